import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../day.ts'
import { type Turn, turnsOf } from '../fold.ts'
import { intervalDays, recall } from '../memory.ts'
import { DEFAULT_OPTIONS } from '../options.ts'
import { forgetting } from './forgetting.ts'
import { CARDS, historyOf, PARAMETERS, stateOn, type Step, steps } from './history.model.ts'
import { recallToday, standingOf, weakest } from './standing.ts'

const [CARD] = CARDS
const context = { place: 1, presetVersions: new Map(), parameters: PARAMETERS }
const turnsOfFirst = (made: Step[]) => {
  const history = historyOf(made)
  const own = history.events.filter((event) => event.kind === 'void' || event.cardId === CARD)
  return { history, turns: turnsOf(own, context) as Turn[] }
}

test('every point of a fall is the recall of the card as it stood that day', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const { history, turns } = turnsOfFirst(made)
      const { falls, ahead } = forgetting(turns, history.today, 30, PARAMETERS)
      for (const fall of falls) {
        // On its last day the card was answered again, or it is today.
        for (const point of fall.slice(0, -1)) {
          const { memory, lastDay } = stateOn(history, CARD!, point.day)
          expect(point.recall).toBeCloseTo(recall(memory!, point.day - lastDay!, PARAMETERS), 9)
        }
        expect(fall[0]?.recall).toBe(1)
        expect(fall.map(({ day }) => day)).toEqual(fall.map(({ day }) => day).toSorted((a, b) => a - b))
      }
      const now = stateOn(history, CARD!, history.today)
      expect(ahead[0]?.recall ?? null).toEqual(recallToday(now, history.today, PARAMETERS))
      if (now.memory) expect(ahead.at(-1)?.day).toBe(addDays(history.today, 30))
    }),
  )
})

test('a dot is an answer on a later day than the one before, at what was predicted for it', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const { history, turns } = turnsOfFirst(made)
      const told = history.answers.filter(({ cardId, seen }) => cardId === CARD && seen.recall !== null)
      const { answers } = forgetting(turns, history.today, 30, PARAMETERS)
      expect(answers.map(({ day, rating }) => [day, rating])).toEqual(told.map(({ studyDay, rating }) => [studyDay, rating]))
      for (const [index, answer] of answers.entries()) expect(answer.recall).toBeCloseTo(told[index]?.seen.recall ?? Number.NaN, 9)
    }),
  )
})

test('a card is known for as long as the interval of the desired retention', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 400 }), fc.constantFrom(0.8, 0.9, 0.95), (made, later, desiredRetention) => {
      const { states, today } = historyOf(made)
      const on = addDays(today, later)
      for (const state of states.values()) {
        const { memory, lastDay } = state
        const holds = memory === null ? null : intervalDays(memory.stability, desiredRetention, PARAMETERS) - (on - (lastDay ?? 0))
        // Where the two meet, rounding decides.
        if (holds !== null && Math.abs(holds) < 1e-6) continue
        const expected = holds === null ? 'unseen' : holds > 0 ? 'known' : 'fading'
        expect(standingOf(state, on, { ...DEFAULT_OPTIONS, desiredRetention })).toBe(expected)
      }
    }),
  )
})

test('the weakest of several cards has the lowest recall; of unseen ones there is none', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const { states, today } = historyOf(made)
      const cards = [...states.values()].map((state) => ({ state }))
      const recalls = cards.flatMap(({ state }) => recallToday(state, today, PARAMETERS) ?? [])
      const found = weakest(cards, today, PARAMETERS)
      expect(found && recallToday(found.state, today, PARAMETERS)).toEqual(recalls.length === 0 ? null : Math.min(...recalls))
    }),
  )
})
