import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cleanTag, isWithin, retagged, tagTree } from './tags.ts'

describe('the tree', () => {
  it('is in order, each tag followed by those within it, and counts a card once a tag', () => {
    const tree = tagTree([
      { tags: ['b::x', 'b::y'], cards: 2 },
      { tags: ['b'], cards: 1 },
      { tags: ['a10', 'a9'], cards: 4 },
      { tags: ['bb', 'b::x::deep'], cards: 1 },
    ])
    expect(tree.map(({ level, tag, name, cards }) => `${level} ${tag} ${name} ${cards}`)).toEqual([
      '1 a9 a9 4',
      '1 a10 a10 4',
      '1 b b 4',
      '2 b::x x 3',
      '3 b::x::deep deep 1',
      '2 b::y y 2',
      '1 bb bb 1',
    ])
  })
})

describe('what is done to tags', () => {
  it.each([
    ['add', ['a'], { kind: 'add', tags: ['b', 'a'] }, ['a', 'b']],
    ['remove takes all within', ['a', 'a::b', 'ab'], { kind: 'remove', tags: ['a'] }, ['ab']],
    ['rename takes all within along', ['a::b', 'c'], { kind: 'rename', from: 'a', to: 'x::y' }, ['x::y::b', 'c']],
    ['merge leaves one', ['a', 'b'], { kind: 'rename', from: 'a', to: 'b' }, ['b']],
    ['into itself', ['a', 'a::b'], { kind: 'rename', from: 'a', to: 'a::z' }, ['a::z', 'a::z::b']],
  ] as const)('%s', (_name, tags, change, after) => {
    expect(retagged(tags, change)).toEqual(after)
  })
})

const tag = fc.array(fc.constantFrom('a', 'b', 'c', 'ab'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('::'))
const tags = fc.uniqueArray(tag, { maxLength: 5 })

test('a tree counts what has the tag or one within it', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ tags, cards: fc.integer({ min: 1, max: 9 }) })), (sets) => {
      for (const node of tagTree(sets)) {
        const having = sets.filter((set) => set.tags.some((one) => isWithin(one, node.tag)))
        expect(node.cards).toBe(having.reduce((sum, set) => sum + set.cards, 0))
      }
    }),
  )
})

test('after renaming, nothing is left of the old one but what lies within the new', () => {
  fc.assert(
    fc.property(tags, tag, tag, (before, from, to) => {
      const after = retagged(before, { kind: 'rename', from, to })
      expect(new Set(after).size).toBe(after.length)
      for (const one of after) if (isWithin(one, from)) expect(isWithin(one, to)).toBe(true)
    }),
  )
})

test('a clean tag has no empty part', () => {
  fc.assert(fc.property(fc.string(), (text) => cleanTag(cleanTag(text)) === cleanTag(text)))
  expect(cleanTag(' :: a ::  :: b:: ')).toBe('a::b')
  expect([': ::', 'a:::b', ': :: x'].map(cleanTag)).toEqual(['', 'a::b', 'x'])
})
