import { beforeAll, expect, test } from 'vitest'
import type { CardState } from '#lib/core/card.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { addDays, formatStudyDay, studyDayOf, weekdayOf } from '#lib/core/day.ts'
import { DEFAULT_PARAMETERS, recall } from '#lib/core/memory.ts'
import { NO_COUNTS } from '#lib/core/statistics/day-counts.ts'
import { courseDays } from '#lib/core/statistics/knowledge.ts'
import { recallToday } from '#lib/core/statistics/standing.ts'
import { database, inTransaction } from '#lib/db/client.ts'
import { latestByMonday } from '#lib/db/knowledge-rows.ts'
import { decksOf, dueByDay, studyCards } from '#lib/db/queue-rows.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { addToDays } from '#lib/db/rollup-rows.ts'
import { readSettings } from '#lib/db/settings.ts'
import type { CardId } from '#lib/core/ids.ts'
import { changeSettings } from './change-settings.ts'
import { deckAims } from './deck-aims.ts'
import { getProgress } from './get-progress.ts'
import type { Learner } from './learner.ts'
import { newLearner, NOON, seedShippedBases, studyDaily } from './testing.ts'

const DAYS = 60
const TODAY = studyDayOf(NOON, 'Europe/Lisbon', 4)
let learner: Learner

beforeAll(async () => {
  await seedShippedBases()
  learner = await newLearner()
  await studyDaily(learner, NOON, DAYS)
}, 60_000)

async function allCards() {
  const rows = await database().card.findMany({ where: { userId: learner.id }, select: { id: true, note: { select: { topic: true } } } })
  const topics = new Map(rows.map((row) => [row.id, row.note.topic]))
  const cards = await studyCards(
    learner.id,
    rows.map((row) => row.id as CardId),
  )
  return cards.map((card) => ({ ...card, topic: topics.get(card.id) }))
}
const recallOf = (state: CardState) => recallToday(state, TODAY, DEFAULT_PARAMETERS)

test('knowledge today is the predicted recall of all cards, summed one by one', async () => {
  const progress = await getProgress(learner, NOON)
  const recalls = (await allCards()).flatMap(({ state }) => recallOf(state) ?? [])
  expect(progress.course.at(-1)).toMatchObject({ day: formatStudyDay(TODAY), seen: recalls.length })
  expect(progress.course.at(-1)?.known).toBeCloseTo(
    recalls.reduce((sum, value) => sum + value, 0),
    6,
  )
  expect(progress.course.length).toBeGreaterThan(DAYS / 7)
  for (const { seen, known } of progress.course) expect(known).toBeLessThanOrEqual(seen)
})

test('Postgres and core agree on every Monday of the cards that have not been answered since', async () => {
  const decks = await decksOf(learner.id)
  const versions = await presetVersions(
    database(),
    learner.id,
    decks.map((deck) => deck.presetVersion),
  )
  const days = courseDays(TODAY)
  const latest = await latestByMonday(learner.id, deckAims(decks, versions), days[0]!, TODAY)
  const cards = await allCards()
  const answered = cards.filter(({ state }) => state.memory !== null)
  expect(answered.length).toBeGreaterThan(50)
  for (const day of days) {
    const then = answered.filter(({ state }) => state.lastDay! <= day)
    expect(latest.get(day)?.seen ?? 0, formatStudyDay(day)).toBe(then.length)
    const known = then.reduce((sum, { state }) => sum + recall(state.memory!, day - state.lastDay!, DEFAULT_PARAMETERS), 0)
    expect(latest.get(day)?.known ?? 0).toBeCloseTo(known, 6)
  }
})

test('activity, recall and calibration are those of the answers in the log', async () => {
  const progress = await getProgress(learner, NOON)
  const events = await database().event.findMany({ where: { userId: learner.id, kind: 'answer' } })
  expect(progress.year.reduce((sum, day) => sum + day.answers, 0)).toBe(events.length)
  expect(progress.year.reduce((sum, day) => sum + day.tookMs, 0)).toBe(events.reduce((sum, event) => sum + (event.tookMs ?? 0), 0))
  const recent = events.filter((event) => event.studyDay.getTime() / DAY_MS > TODAY - 30)
  const reviews = recent.filter((event) => event.seenPhase === 'review' && (event.seenElapsedDays ?? 0) > 0)
  expect(progress.recall.all).toMatchObject({ n: reviews.length, recalled: reviews.filter((event) => event.rating !== 1).length })
  expect(progress.calibration.n).toBe(events.filter((event) => event.seenRecall !== null).length)
  expect(progress.pace).toEqual({ measured: true, answerMs: recent.reduce((sum, event) => sum + (event.tookMs ?? 0), 0) / recent.length })
  // Studied but for every eighth day, counted back from today.
  expect(progress.streak).toBe(5)
})

test('topics and firmness hold every card once', async () => {
  const { topics, firmness, aim } = await getProgress(learner, NOON)
  const cards = await allCards()
  expect(aim).toBe(0.9)
  const { cards: all, ...stages } = firmness
  expect(all).toBe(cards.length)
  expect(Object.values(stages).reduce((sum, count) => sum + count, 0)).toBe(cards.length)
  expect(firmness.mature).toBe(
    cards.filter(({ state }) => state.phase === 'review' && 'dueDay' in state.due && state.due.dueDay - state.lastDay! >= 21).length,
  )
  for (const row of topics) {
    const own = cards.filter((card) => card.topic === row.topic)
    const recalls = own.flatMap(({ state }) => recallOf(state) ?? [])
    expect([row.known, row.fading, row.unseen], row.topic).toEqual([
      recalls.filter((value) => value >= 0.9).length,
      recalls.filter((value) => value < 0.9).length,
      own.length - recalls.length,
    ])
    expect(row.recall).toBeCloseTo(recalls.reduce((sum, value) => sum + value, 0) / recalls.length, 9)
    expect(row.lapses).toBe(own.reduce((sum, { state }) => sum + state.lapses, 0))
  }
})

test('the weakest cards are those with most lapses, then those least likely to be recalled', async () => {
  const { weakest } = await getProgress(learner, NOON)
  const slow = (await allCards())
    .filter(({ state }) => state.lapses > 0)
    .map(({ id, state }) => ({ id, lapses: state.lapses, recall: recallOf(state) ?? 1 }))
    .toSorted((a, b) => b.lapses - a.lapses || a.recall - b.recall)
  expect(weakest.map(({ lapses }) => lapses)).toEqual(slow.slice(0, 5).map(({ lapses }) => lapses))
  expect(weakest[0]?.id).toBe(slow[0]?.id)
  // All are of the shipped deck: none of their notes is the learner's own to rewrite.
  expect(weakest.map(({ ownNote }) => ownNote)).toEqual(weakest.map(() => null))
})

test('what is coming begins with what Today says, and goes on as the schedule does', async () => {
  const { forecast } = await getProgress(learner, NOON)
  const ahead = new Map(
    (await dueByDay(learner.id, TODAY, (TODAY + 30) as typeof TODAY)).map((row) => [formatStudyDay(row.day), row.count]),
  )
  expect(forecast).toHaveLength(30)
  for (const { day, reviews } of forecast.slice(1)) expect(reviews, day).toBe(ahead.get(day) ?? 0)
})

test('a learner who has answered nothing has nothing to tell', async () => {
  const nobody = await newLearner()
  const progress = await getProgress(nobody, NOON)
  expect(progress).toMatchObject({ course: [], streak: 0, weakest: [], calibration: { bins: [], n: 0 }, pace: { measured: false } })
  expect(progress.recall.all.share).toBeNull()
  expect(progress.firmness.fresh).toBe(progress.firmness.cards)
  expect(progress.forecast[0]?.fresh).toBe(10)
})

test('the streak goes back over years, passes over the Sundays that were planned off, and ends at one that was not', async () => {
  const own = await newLearner()
  const [first, days] = [addDays(TODAY, -799), 800]
  const every = Array.from({ length: days }, (_, index) => addDays(first, index))
  const studied = every.filter((day) => weekdayOf(day) !== 7)
  const sums = new Map(studied.map((day) => [day, { ...NO_COUNTS, answers: 1, tookMs: 1_000 }]))
  await inTransaction((tx) => addToDays(tx, own.id, sums))
  expect((await getProgress(own, NOON)).streak).toBe(weekdayOf(TODAY))

  // Planned 500 days ago, from the next Sunday on.
  const settled = addDays(TODAY, -500)
  const sundays = { from: formatStudyDay(addDays(settled, 1)), to: null, weekday: 7 as const }
  const { settings, version } = (await readSettings(own.id))!
  const wanted = { ...settings, daysOff: { settledTo: null, rests: [sundays] } }
  expect(await changeSettings(own.id, { version, settings: wanted }, NOON - 500 * DAY_MS)).toMatchObject({ kind: 'saved' })
  const progress = await getProgress(own, NOON)
  const lastGap = every.findLast((day) => weekdayOf(day) === 7 && day <= settled)!
  expect(progress.streak).toBe(studied.filter((day) => day > lastGap).length)
  expect(progress.streak).toBeGreaterThan(371)
  expect(progress.year.filter(({ off }) => off).map(({ answers }) => answers)).toEqual(Array.from({ length: 52 }, () => 0))
})
