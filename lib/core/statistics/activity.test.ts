import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parseStudyDay, type StudyDay } from '../day.ts'
import { offDays, type Rest } from '../days-off.ts'
import { streakOf } from './activity.ts'
import { historyOf, steps } from './history.model.ts'

const day = (text: string) => parseStudyDay(text) as StudyDay

/** How many study days there are from each of which every later day, but for today, was studied or off. */
function slowStreak(studied: ReadonlySet<StudyDay>, isOff: (on: StudyDay) => boolean, today: StudyDay): number {
  const last = Math.max(today, ...studied)
  const held = (on: number) => on === today || studied.has(on as StudyDay) || isOff(on as StudyDay)
  return [...studied].filter((from) => Array.from({ length: last - from + 1 }, (_, index) => from + index).every(held)).length
}

test('the streak is that of its definition, over random histories and plans', () => {
  const off = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 120 })
  fc.assert(
    fc.property(steps, off, fc.integer({ min: -3, max: 3 }), (made, ago, moved) => {
      const { answers, today } = historyOf(made)
      const studied = new Set(answers.map(({ studyDay }) => studyDay))
      const planned = new Set(ago.map((days) => addDays(today, 3 - days)))
      const isOff = (on: StudyDay) => planned.has(on)
      const now = addDays(today, moved)
      expect(streakOf(studied, isOff, now)).toBe(slowStreak(studied, isOff, now))
    }),
    { numRuns: 300 },
  )
})

test('and over histories so dense that streaks are long', () => {
  const days = fc.array(fc.constantFrom('studied', 'studied', 'off', 'off', 'both', 'missed'), { minLength: 1, maxLength: 60 })
  const today = day('2026-11-24')
  let longest = 0
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 2 }), (made, ahead) => {
      const on = (kinds: readonly string[]) =>
        new Set(made.flatMap((kind, ago) => (kinds.includes(kind) ? [addDays(today, ahead - ago)] : [])))
      const [studied, off] = [on(['studied', 'both']), on(['off', 'both'])]
      const streak = streakOf(studied, (one) => off.has(one), today)
      longest = Math.max(longest, streak)
      expect(streak).toBe(slowStreak(studied, (one) => off.has(one), today))
    }),
    { numRuns: 300 },
  )
  expect(longest).toBeGreaterThan(5)
})

const SUNDAYS: Rest = { from: '2026-01-04', to: null, weekday: 7 }
const BREAK: Rest = { from: '2026-11-16', to: '2026-11-18', weekday: null }

/** Two weeks from Monday 9 to today, Tuesday 24 November 2026: "x" was studied, "." was not. */
test.each<{ what: string; weeks: string; rests: Rest[]; streak: number }>([
  { what: 'nothing', weeks: '....... ....... ..', rests: [SUNDAYS], streak: 0 },
  { what: 'every day', weeks: 'xxxxxxx xxxxxxx xx', rests: [], streak: 16 },
  { what: 'today is open', weeks: 'xxxxxxx xxxxxxx x.', rests: [], streak: 15 },
  { what: 'yesterday is not', weeks: 'xxxxxxx xxxxxxx .x', rests: [], streak: 1 },
  { what: 'Sundays off', weeks: 'xxxxxx. xxxxxx. xx', rests: [SUNDAYS], streak: 14 },
  { what: 'Sundays off, one studied all the same', weeks: 'xxxxxxx xxxxxx. xx', rests: [SUNDAYS], streak: 15 },
  { what: 'Sundays that were not planned', weeks: 'xxxxxx. xxxxxx. xx', rests: [], streak: 2 },
  { what: 'a break, and a Saturday missed', weeks: 'xxxxx.. ...xxx. xx', rests: [SUNDAYS, BREAK], streak: 5 },
  { what: 'days off do not begin a streak', weeks: '....... ...xxx. ..', rests: [SUNDAYS, BREAK], streak: 0 },
  { what: 'days off up to today', weeks: '....... ...xxxx ..', rests: [{ ...BREAK, from: '2026-11-23', to: '2026-11-23' }], streak: 4 },
])('$what: $streak', ({ weeks, rests, streak }) => {
  const monday = day('2026-11-09')
  const studied = [...weeks.replaceAll(' ', '')].flatMap((mark, index) => (mark === 'x' ? [addDays(monday, index)] : []))
  expect(streakOf(new Set(studied), offDays(rests), day('2026-11-24'))).toBe(streak)
})

test('a journey west breaks nothing: what was studied before it counts, though it lies after today', () => {
  const [today, tomorrow] = [day('2026-11-24'), day('2026-11-25')]
  const studied = new Set([day('2026-11-23'), tomorrow])
  expect(streakOf(studied, () => false, today)).toBe(2)
  expect(streakOf(new Set([...studied, today]), () => false, today)).toBe(3)
})
