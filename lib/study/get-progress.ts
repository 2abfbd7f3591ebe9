// The page Progress: am I on track, what do I know, what is coming, where am I weak, and are the predictions true.

import { addDays, formatStudyDay, type StudyDay } from '#lib/core/day.ts'
import { offDays } from '#lib/core/days-off.ts'
import type { CardId, NoteId } from '#lib/core/ids.ts'
import { streakOf, yearOf } from '#lib/core/statistics/activity.ts'
import { type Calibration, calibrationOf } from '#lib/core/statistics/calibration.ts'
import { mondayOf, type Sums } from '#lib/core/statistics/day-counts.ts'
import { forecast } from '#lib/core/statistics/forecast.ts'
import { courseDays, courseOf } from '#lib/core/statistics/knowledge.ts'
import { lastDays, type Recall, recentRecall } from '#lib/core/statistics/recall.ts'
import {
  type DeckAim,
  type Firmness,
  firmnessOf,
  latestByMonday,
  type TopicRow,
  topicRows,
  unseenByDeck,
  weakestCards,
} from '#lib/db/knowledge-rows.ts'
import { dueByDay, studyCards } from '#lib/db/queue-rows.ts'
import { daysSince, studiedDays } from '#lib/db/rollup-rows.ts'
import { readSettings } from '#lib/db/settings.ts'
import { withContent } from './card-content.ts'
import { ensureCounted } from './count-days.ts'
import { deckAims } from './deck-aims.ts'
import { type Day, gatherDay } from './gather-day.ts'
import { ANSWERS_PER_NEW, FIRST_ANSWER_MS } from './get-today.ts'
import type { Learner } from './learner.ts'

export type WeakCardView = {
  id: CardId
  /** Of a note that the learner wrote, which can be rewritten; null: a base made it. */
  ownNote: NoteId | null
  front: string
  deck: string
  topic: string | null
  lapses: number
  reps: number
  recall: number
}

/** Days are YYYY-MM-DD, shares from 0 to 1, times in ms. */
export type Progress = {
  today: string
  recall: { young: Recall; mature: Recall; all: Recall }
  /** The recall aimed for; null where decks aim for different ones. */
  aim: number | null
  year: { day: string; answers: number; tookMs: number; off: boolean }[]
  streak: number
  course: { day: string; seen: number; known: number }[]
  firmness: Firmness
  topics: TopicRow[]
  forecast: { day: string; reviews: number; fresh: number; ms: number }[]
  /** What an answer takes; `measured` where it is the learner's own pace of the last 30 days. */
  pace: { answerMs: number; measured: boolean }
  weakest: WeakCardView[]
  calibration: Calibration
}

const AHEAD_DAYS = 30
const YEAR_DAYS = 371
const WEAKEST = 5

export async function getProgress(learner: Learner, now: number): Promise<Progress> {
  await ensureCounted(learner.id)
  const day = await gatherDay(learner, now)
  const { today, decks, versions } = day
  const aims = deckAims(decks, versions)
  const [first = today] = courseDays(today)
  const [sums, studied, settings, latest, firmness, topics, due, unseen, weak] = await Promise.all([
    daysSince(learner.id, addDays(mondayOf(today), -YEAR_DAYS)),
    studiedDays(learner.id),
    readSettings(learner.id),
    latestByMonday(learner.id, aims, first, today),
    firmnessOf(learner.id, aims),
    topicRows(learner.id, aims, today),
    dueByDay(learner.id, today, addDays(today, AHEAD_DAYS)),
    unseenByDeck(learner.id),
    weakestViews(learner, aims, today),
  ])
  const isOff = offDays(settings?.settings.daysOff.rests ?? [])
  const pace = paceOf(sums, today)
  const { counts } = day.queue
  const coming = forecast(
    {
      today,
      due: new Map([...due.map((row) => [row.day, row.count] as const), [today, counts.review + counts.learning]]),
      freshToday: counts.new,
      decks: newAhead(day, unseen),
      answerMs: pace.answerMs,
      answersPerNew: ANSWERS_PER_NEW,
    },
    AHEAD_DAYS,
  )
  const retentions = new Set(aims.map((aim) => aim.desiredRetention))
  const [aim = null] = retentions
  return {
    today: formatStudyDay(today),
    recall: recentRecall(sums, today),
    aim: retentions.size === 1 ? aim : null,
    year: yearOf(sums, isOff, today).map(dated),
    streak: streakOf(studied, isOff, today),
    course: courseOf(sums, latest, today).map(dated),
    firmness,
    topics,
    forecast: coming.map(dated),
    pace,
    weakest: weak,
    calibration: calibrationOf(lastDays(sums, today, YEAR_DAYS)),
  }
}

const dated = <Row extends { day: StudyDay }>(row: Row) => ({ ...row, day: formatStudyDay(row.day) })

function paceOf(sums: Sums, today: StudyDay): Progress['pace'] {
  const { answers, tookMs } = lastDays(sums, today, AHEAD_DAYS)
  return answers === 0 ? { answerMs: FIRST_ANSWER_MS, measured: false } : { answerMs: tookMs / answers, measured: true }
}

/** Of each deck, the new cards that are left for after today. */
function newAhead({ decks, versions, queue }: Day, unseen: ReadonlyMap<string, number>) {
  return decks.map((deck) => {
    const today = queue.main.filter((card) => card.deckId === deck.id && card.state.phase === 'new').length
    const newPerDay = deck.newPerDay ?? versions.get(deck.presetVersion)?.options.newPerDay ?? 0
    return { unseen: Math.max(0, (unseen.get(deck.id) ?? 0) - today), newPerDay }
  })
}

async function weakestViews(learner: Learner, aims: readonly DeckAim[], today: StudyDay): Promise<WeakCardView[]> {
  const weak = await weakestCards(learner.id, aims, today, WEAKEST)
  const cards = await withContent(
    learner.id,
    await studyCards(
      learner.id,
      weak.map((card) => card.id),
    ),
  )
  return weak.flatMap((row) => {
    const card = cards.find(({ id }) => id === row.id)
    const [front] = card?.content.fronts ?? []
    if (!card || !front) return []
    const { deck, topic, own } = card.content
    return [{ ...row, ownNote: own ? card.noteId : null, front: front.filled ?? front.html, deck, topic }]
  })
}
