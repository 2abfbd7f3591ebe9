import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardIdOf, deckIdOf, noteIdOf, presetIdOf, presetVersionIdOf } from './derived-id.ts'

const note = noteIdOf('tarsal-fever', ['02', '03'], 'mechanism')

describe('ids derived from a fact base', () => {
  it.each([
    ['deck', deckIdOf('tarsal-fever'), 'fdc0b4cc-f376-8e62-93ad-2ca8e79e757a'],
    ['preset', presetIdOf('tarsal-fever'), '0be0722c-8408-8b89-b8ed-21058c9e4b2d'],
    ['preset version', presetVersionIdOf('tarsal-fever'), '531ad6f7-4685-8a89-9e6a-2d93454186c3'],
    ['note', note, 'b8df8be3-847a-8cdd-9afc-5fa8af18ae2d'],
    ['card', cardIdOf(note, 'item:gait'), '035a4505-f377-8479-bea1-022335627c60'],
  ])('never change: %s', (_name, id, golden) => {
    expect(id).toBe(golden)
  })

  it('do not depend on the order of the facts', () => {
    expect(noteIdOf('tarsal-fever', ['03', '02'], 'mechanism')).toBe(note)
  })

  it('differ where the same letters are cut otherwise', () => {
    expect(noteIdOf('a', ['bc'], 'd')).not.toBe(noteIdOf('a', ['b', 'c'], 'd'))
    expect(noteIdOf('ab', ['c'], 'd')).not.toBe(noteIdOf('a', ['c'], 'bd'))
  })

  it('are UUIDs of version 8 and the RFC variant, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (base, key) => {
        const id = cardIdOf(noteIdOf(base, [key], 'cause'), key)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      }),
    )
  })

  it('differ between keys of one note', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other)
        expect(cardIdOf(note, one)).not.toBe(cardIdOf(note, other))
      }),
    )
  })
})
