import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, formatStudyDay, parseStudyDay, type StudyDay, studyDayOf, WEEKDAYS, weekdayOf } from './day.ts'
import { readDaysOff, storedDaysOff } from './preferences/parse-days-off.ts'
import { type DaysOff, firstPlannable, NO_DAYS_OFF, offDays, plansTooLate, replanned, type Rest, restsFrom } from './days-off.ts'

const day = (text: string) => parseStudyDay(text) as StudyDay
const START = day('2026-11-02')
const DAYS = 60
const everyDay = Array.from({ length: DAYS + 20 }, (_, index) => addDays(START, index - 10))

const rest: fc.Arbitrary<Rest> = fc
  .record({
    from: fc.integer({ min: -5, max: DAYS }),
    length: fc.integer({ min: 0, max: 12 }),
    open: fc.boolean(),
    weekday: fc.option(fc.constantFrom(...WEEKDAYS)),
  })
  .map(({ from, length, open, weekday }) => ({
    from: formatStudyDay(addDays(START, from)),
    to: open ? null : formatStudyDay(addDays(START, from + length)),
    weekday,
  }))
const rests = fc.array(rest, { maxLength: 6 })

/** Whether a day is off, said as plainly as can be: by its date and the name of its day. */
function isOff(wanted: readonly Rest[], on: StudyDay): boolean {
  const text = formatStudyDay(on)
  const name = new Date(`${text}T00:00:00Z`).getUTCDay() || 7
  return wanted.some(({ from, to, weekday }) => from <= text && (to ?? '9999-12-31') >= text && (weekday ?? name) === name)
}

test('a day is off where one of the rests holds it', () => {
  fc.assert(
    fc.property(rests, (wanted) => {
      expect(everyDay.map(offDays(wanted))).toEqual(everyDay.map((on) => isOff(wanted, on)))
    }),
  )
})

test('a day is off as the plan had it that was saved last before the day began', () => {
  const saves = fc.array(fc.record({ after: fc.integer({ min: -3, max: 9 }), wanted: rests }), { maxLength: 8 })
  fc.assert(
    fc.property(saves, (made) => {
      let plan: DaysOff = NO_DAYS_OFF
      let begun = START
      let furthest = addDays(START, -10)
      const log: { furthest: StudyDay; wanted: readonly Rest[] }[] = []
      for (const { after, wanted } of made) {
        // Below nothing: the learner went west, and a day that had begun begins again.
        begun = addDays(begun, after)
        furthest = addDays(furthest, Math.max(0, begun - furthest))
        plan = replanned(plan, wanted, begun)
        log.push({ furthest, wanted })
      }
      const slow = everyDay.map((on) => isOff(log.findLast((save) => save.furthest < on)?.wanted ?? [], on))
      expect(everyDay.map(offDays(plan.rests))).toEqual(slow)
    }),
  )
})

test('saved again as it stands, a plan stays as it is, and what is to come is all of it that still matters', () => {
  fc.assert(
    fc.property(rests, fc.integer({ min: 0, max: DAYS }), (wanted, later) => {
      const plan = replanned(NO_DAYS_OFF, wanted, addDays(START, -6))
      const begun = addDays(START, later)
      const first = firstPlannable(plan, begun)
      const again = replanned(plan, plan.rests, begun)
      expect(again.rests).toEqual(plan.rests)
      const off = offDays(replanned(plan, restsFrom(plan.rests, first), begun).rests)
      expect(everyDay.map(off)).toEqual(everyDay.map(offDays(plan.rests)))
      expect(plansTooLate(plan, plan.rests, begun)).toBe(false)
      expect(plansTooLate(plan, restsFrom(plan.rests, first), begun)).toBe(false)
    }),
  )
})

const TODAY = day('2026-11-24')
const date = (from: string, to = from): Rest => ({ from, to, weekday: null })
const weekly = (weekday: Rest['weekday'], from = '2026-11-24'): Rest => ({ from, to: null, weekday })

test.each([
  { what: 'today', wanted: [date('2026-11-24')], late: true },
  { what: 'yesterday', wanted: [date('2026-11-23')], late: true },
  { what: 'a row of days that has begun', wanted: [date('2026-11-24', '2026-11-27')], late: true },
  { what: 'tomorrow', wanted: [date('2026-11-25')], late: false },
  { what: 'a day that was planned', wanted: [date('2026-11-20')], late: false },
  { what: 'more than was planned', wanted: [date('2026-11-19', '2026-11-20')], late: true },
  { what: 'every Tuesday, from today’s on', wanted: [weekly(2)], late: false },
])('$what: too late is $late', ({ wanted, late }) => {
  const plan: DaysOff = { settledTo: '2026-11-10', rests: [date('2026-11-20')] }
  expect(plansTooLate(plan, wanted, TODAY)).toBe(late)
  const off = offDays(replanned(plan, wanted, TODAY).rests)
  const past = Array.from({ length: 15 }, (_, index) => addDays(TODAY, -index)).filter(off)
  expect(past.map(formatStudyDay)).toEqual(['2026-11-20'])
})

test('what touches is one, and a weekday that never comes is none', () => {
  const { rests: kept } = replanned(NO_DAYS_OFF, [date('2026-12-27', '2026-12-28'), date('2026-12-24', '2026-12-26'), weekly(7)], TODAY)
  expect(kept).toEqual([weekly(7, '2026-11-29'), date('2026-12-24', '2026-12-28')])
  // Sundays, taken back on the Wednesday before the first.
  expect(replanned({ settledTo: '2026-11-24', rests: kept }, [], day('2026-11-25')).rests).toEqual([])
})

test('a day that has begun somewhere the learner was is over for the plan, though they went west', () => {
  // 01:00 UTC on Wednesday: in Kiritimati Wednesday's study day has begun, on Hawaii it is Tuesday's still.
  const at = Date.UTC(2026, 10, 25, 1)
  const [east, west] = [studyDayOf(at, 'Pacific/Kiritimati', 4), studyDayOf(at, 'Pacific/Honolulu', 4)]
  expect([east, west].map(formatStudyDay)).toEqual(['2026-11-25', '2026-11-24'])
  const plan = replanned(NO_DAYS_OFF, [], east)
  expect(plansTooLate(plan, [date('2026-11-25')], west)).toBe(true)
  expect(formatStudyDay(firstPlannable(plan, west))).toBe('2026-11-26')
})

test('the last day that can be sent makes a plan that can be read again', () => {
  const sent = { settledTo: null, rests: WEEKDAYS.map((weekday) => ({ from: '9990-12-31', to: null, weekday })) }
  expect(readDaysOff(sent)).toEqual(sent)
  const plan = replanned(NO_DAYS_OFF, sent.rests, TODAY)
  expect(plan.rests).toHaveLength(7)
  expect(storedDaysOff(plan)).toEqual(plan)
})

test('weekdays are counted from Monday', () => {
  expect(WEEKDAYS.map((weekday) => formatStudyDay(addDays(day('2026-11-22'), weekday)))).toEqual(
    ['23', '24', '25', '26', '27', '28', '29'].map((date) => `2026-11-${date}`),
  )
  expect(WEEKDAYS.map((weekday) => weekdayOf(addDays(day('2026-11-22'), weekday)))).toEqual([...WEEKDAYS])
  expect(weekdayOf(day('1969-12-31'))).toBe(3)
})
