import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CardId } from '#lib/core/ids.ts'
import { ALL, chosenOf, countSelected, isSelected, NONE, select } from './selection.ts'

const cards = Array.from({ length: 8 }, (_, index) => `card-${index}` as CardId)
const step = fc.oneof(fc.record({ cards: fc.subarray(cards), on: fc.boolean() }), fc.constant('all' as const), fc.constant('none' as const))

test('says of each card what was last said of it, and counts them', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let selection = NONE
      const model = new Set<CardId>()
      for (const one of steps) {
        if (one === 'all') {
          selection = ALL
          for (const card of cards) model.add(card)
        } else if (one === 'none') {
          selection = NONE
          model.clear()
        } else {
          selection = select(selection, one.cards, one.on)
          for (const card of one.cards) {
            if (one.on) model.add(card)
            else model.delete(card)
          }
        }
      }
      expect(cards.filter((card) => isSelected(selection, card))).toEqual(cards.filter((card) => model.has(card)))
      expect(countSelected(selection, cards.length)).toBe(model.size)
    }),
  )
})

test('what is chosen is named one by one, or by the search and what is left out', () => {
  const [first, second] = cards as [CardId, CardId]
  expect(chosenOf(select(NONE, [first, second], true), 'mri', 9)).toEqual({ ids: [first, second] })
  expect(chosenOf(select(ALL, [second], false), 'mri', 9)).toEqual({ query: 'mri', total: 9, except: [second] })
})
