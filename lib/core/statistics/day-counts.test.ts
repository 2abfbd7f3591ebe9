import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, formatStudyDay, parseStudyDay, type StudyDay } from '../day.ts'
import { recall } from '../memory.ts'
import { yearOf } from './activity.ts'
import { calibrationOf } from './calibration.ts'
import { addCounts, count, countsOf, mondayOf, NO_COUNTS, type Sums } from './day-counts.ts'
import { type Answer, CARDS, type History, historyOf, PARAMETERS, stateOn, type Step, steps } from './history.model.ts'
import { courseDays, courseOf } from './knowledge.ts'
import { lastDays, recallOf, recentRecall } from './recall.ts'

const day = (text: string) => parseStudyDay(text) as StudyDay
const sumsOf = (answers: readonly Answer[]): Sums => {
  const sums: Sums = new Map()
  for (const answer of answers) count(sums, answer, PARAMETERS)
  return sums
}
const isReview = ({ seen }: Answer) => seen.phase === 'review' && (seen.elapsedDays ?? 0) > 0
const isMature = ({ seen }: Answer) => (seen.intervalDays ?? 0) >= 21
/** What holds for every history, judged on the history itself and on what is counted of it. */
const always = (holds: (history: History, sums: Sums) => void) =>
  fc.assert(
    fc.property(steps, (made: Step[]) => {
      const history = historyOf(made)
      holds(history, sumsOf(history.answers))
    }),
  )

test('the sums of a day are the answers of that day, gone through one by one', () => {
  always(({ answers, today }, sums) => {
    for (let on = addDays(today, -400); on <= today; on = addDays(on, 1)) {
      const own = answers.filter(({ studyDay }) => studyDay === on)
      const [mature, young] = [own.filter((a) => isReview(a) && isMature(a)), own.filter((a) => isReview(a) && !isMature(a))]
      const { answers: n, tookMs, introduced, youngReviews, youngRecalled, matureReviews, matureRecalled } = sums.get(on) ?? NO_COUNTS
      expect({ n, tookMs, introduced, youngReviews, youngRecalled, matureReviews, matureRecalled }).toEqual({
        n: own.length,
        tookMs: own.reduce((sum, answer) => sum + Math.min(60_000, answer.tookMs), 0),
        introduced: own.filter(({ seen }) => seen.phase === 'new').length,
        youngReviews: young.length,
        youngRecalled: young.filter(({ rating }) => rating !== 1).length,
        matureReviews: mature.length,
        matureRecalled: mature.filter(({ rating }) => rating !== 1).length,
      })
    }
  })
})

test('what an undone answer added can be taken back without a trace, in any order', () => {
  always(({ answers }, sums) => {
    for (const answer of answers.toReversed()) count(sums, answer, PARAMETERS, -1)
    for (const counts of sums.values()) expect(addCounts(NO_COUNTS, counts)).toEqual(NO_COUNTS)
  })
})

test('the course of knowledge is the recall of every card as it stood at the end of each Monday', () => {
  always((history, sums) => {
    const { today, states } = history
    const points = courseDays(today)
    const latest = new Map(
      points.map((on) => {
        const then = [...states.values()].filter(({ memory, lastDay }) => memory !== null && lastDay !== null && lastDay <= on)
        const known = then.reduce((sum, { memory, lastDay }) => sum + recall(memory!, on - lastDay!, PARAMETERS), 0)
        return [on, { seen: then.length, known }]
      }),
    )
    const slow = points.map((on) => {
      const cards = CARDS.map((id) => stateOn(history, id, on)).filter(({ memory }) => memory !== null)
      return { day: on, seen: cards.length, known: cards.reduce((sum, c) => sum + recall(c.memory!, on - c.lastDay!, PARAMETERS), 0) }
    })
    const first = slow.findIndex(({ seen }) => seen > 0)
    const course = courseOf(sums, latest, today)
    expect(course.map(({ seen }) => seen)).toEqual(first < 0 ? [] : slow.slice(first).map(({ seen }) => seen))
    for (const [index, point] of course.entries()) expect(point.known).toBeCloseTo(slow[first + index]?.known ?? Number.NaN, 4)
  })
})

test('recall of the last 30 days is the share of its reviews that were not rated Again', () => {
  always(({ answers, today }, sums) => {
    const own = answers.filter((answer) => isReview(answer) && answer.studyDay > today - 30)
    const of = (reviews: Answer[]) => [reviews.filter(({ rating }) => rating > 1).length, reviews.length]
    const { young, mature, all } = recentRecall(sums, today)
    expect([young, mature, all].map(({ recalled, n }) => [recalled, n])).toEqual([
      of(own.filter((answer) => !isMature(answer))),
      of(own.filter(isMature)),
      of(own),
    ])
  })
})

test('calibration holds every predicted answer once, with its own prediction', () => {
  always(({ answers, today }, sums) => {
    const predicted = answers.filter(({ seen, studyDay }) => seen.recall !== null && studyDay > today - 371)
    const { bins, n, more } = calibrationOf(lastDays(sums, today, 371))
    expect(n).toBe(predicted.length)
    expect(bins.reduce((sum, bin) => sum + bin.recalled, 0)).toBe(predicted.filter(({ rating }) => rating > 1).length)
    const gap = predicted.reduce((sum, { seen, rating }) => sum + (rating > 1 ? 1 : 0) - (seen.recall ?? 0), 0)
    if (n > 0) expect(more).toBeCloseTo(gap / n, 5)
    for (const bin of bins) {
      const near = predicted.filter(({ seen }) => Math.abs((seen.recall ?? 0) - bin.predicted) < 0.6)
      expect(near.length).toBeGreaterThanOrEqual(bin.n)
    }
  })
})

test('the calendar begins on a Monday, ends today and holds every answer of its days', () => {
  always(({ answers, today }, sums) => {
    const year = yearOf(sums, (on) => on % 7 === 3, today)
    expect(year.every(({ day: on, off }) => off === (on % 7 === 3))).toBe(true)
    const [first] = year
    expect([first?.day, year.at(-1)?.day]).toEqual([mondayOf(addDays(today, -364)), today])
    expect(year.reduce((sum, { answers: n }) => sum + n, 0)).toBe(answers.filter(({ studyDay }) => studyDay >= (first?.day ?? 0)).length)
  })
})

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-24', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['1970-01-01', '1969-12-29'],
])('the Monday of %s is %s', (text, monday) => {
  expect(mondayOf(day(text))).toBe(day('1970-01-01') + (Date.parse(monday) - Date.parse('1970-01-01')) / 86_400_000)
})

test('the share lies within its interval, whose ends are Wilson’s: there the share is 1.96 standard errors away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const { share, low, high } = recallOf(Math.round(part * n), n)
      for (const end of [low, high]) {
        if (end > 1e-9 && end < 1 - 1e-9) expect(Math.abs((share ?? 0) - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.959964, 4)
      }
      expect(low).toBeLessThanOrEqual((share ?? 0) + 1e-12)
      expect(high).toBeGreaterThanOrEqual((share ?? 1) - 1e-12)
    }),
  )
  expect(recallOf(0, 0)).toEqual({ recalled: 0, n: 0, share: null, low: 0, high: 1 })
})

test('an answer that claims to come ages after the one before adds to a year of Mondays at most', () => {
  const [answer] = historyOf([{ card: 0, hours: 0, rating: 3, tookMs: 1, practice: false, undo: false }]).answers
  if (!answer) throw new Error('One answer was given.')
  const seen = { ...answer.seen, phase: 'review' as const, stability: 10, difficulty: 5, elapsedDays: 2_147_483_647, recall: 0.01 }
  const counted = countsOf({ ...answer, seen }, PARAMETERS)
  expect(counted).toHaveLength(54)
  expect(counted.slice(1).every(([monday]) => mondayOf(monday) === monday && monday < answer.studyDay)).toBe(true)
  expect(formatStudyDay(answer.studyDay)).toBe('2025-11-03')
})
