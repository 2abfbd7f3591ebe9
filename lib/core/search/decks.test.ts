import { describe, expect, it } from 'vitest'
import type { DeckId } from '../ids.ts'
import { deckPath, decksNamed, type NamedDeck } from './decks.ts'

const deck = (id: string, name: string, parentId: string | null = null) => ({ id, name, parentId }) as NamedDeck
const decks = [
  deck('n', 'Neurology'),
  deck('s', 'Stroke', 'n'),
  deck('i', 'Ischaemic', 's'),
  deck('c', 'Cardiology'),
  deck('t', 'Stroke', 'c'),
  deck('q', 'The “big” one'),
  deck('lost', 'Lost', 'gone'),
]

describe('decksNamed', () => {
  it.each([
    ['neurology', 'n s i'],
    ['Neurology::Stroke', 's i'],
    ['STROKE', 's i t'],
    ['stroke::ischaemic', 'i'],
    ['the big one', 'q'],
    ['Lost', 'lost'],
    ['Neuro', ''],
  ])('%s', (name, ids) => {
    expect(decksNamed(decks, name).join(' ')).toBe(ids)
  })
})

it('a ring is cut', () => {
  const ring = new Map([deck('a', 'A', 'b'), deck('b', 'B', 'a')].map((one) => [one.id, one]))
  expect(deckPath(ring, 'a' as DeckId)).toBe('B::A')
})
