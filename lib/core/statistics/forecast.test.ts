import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type StudyDay } from '../day.ts'
import { forecast } from './forecast.ts'

const TODAY = 20_781 as StudyDay
const deck = fc.record({ unseen: fc.integer({ min: 0, max: 200 }), newPerDay: fc.integer({ min: 0, max: 30 }) })
const input = fc.record({
  due: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 50 })), { maxLength: 20 }),
  freshToday: fc.integer({ min: 0, max: 30 }),
  decks: fc.array(deck, { maxLength: 4 }),
  answerMs: fc.integer({ min: 1, max: 60_000 }),
})

test('new cards run out deck by deck, as if each day took its share from what is left', () => {
  fc.assert(
    fc.property(input, ({ due, freshToday, decks, answerMs }) => {
      const byDay = new Map(due.map(([ahead, count]) => [addDays(TODAY, ahead), count]))
      const left = decks.map((one) => ({ ...one }))
      const slow = Array.from({ length: 30 }, (_, index) => {
        let fresh = index === 0 ? freshToday : 0
        for (const one of index === 0 ? [] : left) {
          const taken = Math.min(one.newPerDay, one.unseen)
          one.unseen -= taken
          fresh += taken
        }
        const reviews = byDay.get(addDays(TODAY, index)) ?? 0
        return { day: addDays(TODAY, index), reviews, fresh, ms: (reviews + fresh * 3) * answerMs }
      })
      expect(forecast({ today: TODAY, due: byDay, freshToday, decks, answerMs, answersPerNew: 3 }, 30)).toEqual(slow)
    }),
  )
})
