import { describe, expect, it } from 'vitest'
import { adjectiveOf, asked, capital, is, isAsked, joined, said, statement, type Hedge, type Verb } from './english.ts'

const show: Verb = { base: 'show', third: 'shows', past: 'shown' }

describe('verbs agree and keep their hedge', () => {
  const hedges: [Hedge, string, string, string, string][] = [
    [undefined, 'shows', 'does it show', 'is shown', 'is it shown'],
    ['may', 'may show', 'may it show', 'may be shown', 'may it be shown'],
    ['typically', 'typically shows', 'does it typically show', 'is typically shown', 'is it typically shown'],
  ]
  it.each(hedges)('hedge %s', (hedge, says, asks, done, isDone) => {
    expect(said('one', show, hedge)).toBe(says)
    expect(asked('it', 'one', show, hedge)).toBe(asks)
    expect(is('one', 'shown', hedge)).toBe(done)
    expect(isAsked('it', 'one', 'shown', hedge)).toBe(isDone)
  })

  it('in the plural', () => {
    expect(said('many', show, 'often')).toBe('often show')
    expect(asked('they', 'many', show, undefined)).toBe('do they show')
    expect(is('many', 'seen', 'may', 'also')).toBe('may also be seen')
  })
})

it.each([
  [['a'], 'or', 'a'],
  [['a', 'b'], 'or', 'a or b'],
  [['a', 'b', 'c'], 'and', 'a, b, and c'],
])('joins %j', (items, conjunction, text) => {
  expect(joined(items, conjunction)).toBe(text)
})

it.each([
  ['little to none', 'Little to none'],
  ['mRNA', 'mRNA'],
  ['pH', 'pH'],
  ['50%', '50%'],
])('capital of %s', (text, capitalized) => {
  expect(capital(text)).toBe(capitalized)
})

it.each([
  ['typically', 'typical of'],
  ['commonly', 'common in'],
  ['may', 'that may be seen in'],
  [undefined, 'seen in'],
] satisfies [Hedge, string][])('adjective of %s', (hedge, adjective) => {
  expect(adjectiveOf(hedge)).toBe(adjective)
})

it('ends a sentence once', () => {
  expect([statement('a, b'), statement('a, …')]).toEqual(['A, b.', 'A, …'])
})
