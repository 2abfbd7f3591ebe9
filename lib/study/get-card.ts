// A card's own page: what it asks, how it stands today, every review with the state before and after, and what it rests on.

import type { Phase, Rating } from '#lib/core/card.ts'
import { addDays, formatStudyDay, type StudyDay, studyDayOf } from '#lib/core/day.ts'
import type { StudyEvent } from '#lib/core/event.ts'
import { type Turn, turnsOf } from '#lib/core/fold.ts'
import type { CardId, DeckId, NoteId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import { type CalibrationBin, calibrationOf } from '#lib/core/statistics/calibration.ts'
import { forgetting } from '#lib/core/statistics/forgetting.ts'
import { FEW, lastDays } from '#lib/core/statistics/recall.ts'
import { recallToday } from '#lib/core/statistics/standing.ts'
import type { CardContent } from '#lib/core/wire.ts'
import { database } from '#lib/db/client.ts'
import { historyOf } from '#lib/db/ingest.ts'
import { relatedCards } from '#lib/db/knowledge-rows.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { liveCards } from '#lib/db/queue-rows.ts'
import { daysSince } from '#lib/db/rollup-rows.ts'
import { withContent } from './card-content.ts'
import { ensureCounted } from './count-days.ts'
import { type CardLine, linesOf, type StandingView, viewOf } from './get-deck.ts'
import type { Learner } from './learner.ts'

/** What happened to the card, in words of the field; days are YYYY-MM-DD, intervals in days or ms. */
export type HistoryRow = {
  id: string
  day: string
  what: { kind: 'answer'; rating: Rating; practice: boolean } | { kind: Exclude<StudyEvent['kind'], 'answer' | 'void'> }
  /** Recall that the parameters in force predict for the answer; null on the day of the one before. */
  predicted: number | null
  before: { phase: Phase; stability: number | null }
  after: { phase: Phase; stability: number | null; difficulty: number | null }
  next: { ms: number } | { days: number } | null
}

type Dated<Row> = Omit<Row, 'day'> & { day: string }

export type CardView = StandingView & {
  id: CardId
  deckId: DeckId
  noteId: NoteId
  today: string
  content: CardContent
  phase: Phase
  suspended: boolean
  stability: number | null
  desiredRetention: number
  /** Answers that came a day or more after the one before. */
  recalled: { n: number; recalled: number }
  history: HistoryRow[]
  curve: {
    falls: { day: string; recall: number }[][]
    answers: Dated<ReturnType<typeof forgetting>['answers'][number]>[]
    ahead: { day: string; recall: number }[]
  }
  /** What became of the learner's answers for which about as much was predicted as for this card today. */
  alike: CalibrationBin | null
  siblings: CardLine[]
}

const MOST_SIBLINGS = 50
const YEAR_DAYS = 371

/** Null: the learner has no such card. */
export async function getCard(learner: Learner, now: number, id: CardId): Promise<CardView | null> {
  const [card] = await liveCards(learner.id, [id])
  if (!card) return null
  const today = studyDayOf(now, learner.zone, learner.rolloverHour)
  const [history, [shown], related, calibration] = await Promise.all([
    historyOf(database(), learner.id, [id]),
    withContent(learner.id, [card]),
    relatedCards(learner.id, id, MOST_SIBLINGS),
    calibrationOfYear(learner, today),
  ])
  const named = history.flatMap((event) => ('presetVersion' in event ? [event.presetVersion] : []))
  const versions = await presetVersions(database(), learner.id, [...named, card.presetVersion])
  const options = versions.get(card.presetVersion)?.options
  if (!options || !shown) return null
  const { parameters } = options
  const byVersion = new Map([...versions].map(([version, row]) => [version, row.options]))
  const turns = turnsOf(history, { place: card.place, presetVersions: byVersion, parameters })
  const curve = forgetting(turns, today, aheadDays(turns, today), parameters)
  const predicted = recallToday(card.state, today, parameters)
  return {
    ...viewOf(card.state, today, options),
    id,
    deckId: card.deckId,
    noteId: card.noteId,
    today: formatStudyDay(today),
    content: shown.content,
    phase: card.state.phase,
    suspended: card.state.suspended,
    stability: card.state.memory?.stability ?? null,
    desiredRetention: options.desiredRetention,
    recalled: { n: curve.answers.length, recalled: curve.answers.filter(({ rating }) => rating > 1).length },
    history: turns.flatMap((turn) => rowOf(turn, options)).toReversed(),
    curve: { falls: curve.falls.map((fall) => fall.map(dated)), answers: curve.answers.map(dated), ahead: curve.ahead.map(dated) },
    alike: predicted === null || card.state.lastDay === today ? null : nearest(calibration, predicted),
    siblings: await linesOf(learner, related, today, options),
  }
}

const dated = <Row extends { day: StudyDay }>(row: Row) => ({ ...row, day: formatStudyDay(row.day) })

async function calibrationOfYear(learner: Learner, today: StudyDay): Promise<CalibrationBin[]> {
  await ensureCounted(learner.id)
  return calibrationOf(lastDays(await daysSince(learner.id, addDays(today, -YEAR_DAYS)), today, YEAR_DAYS)).bins
}

function nearest(bins: readonly CalibrationBin[], predicted: number): CalibrationBin | null {
  const apart = (bin: CalibrationBin) => Math.abs(bin.predicted - predicted)
  const near = bins.filter((bin) => bin.n >= FEW && apart(bin) < 0.05)
  return near.toSorted((a, b) => apart(a) - apart(b))[0] ?? null
}

/** A quarter of the time so far, so that what is to come is seen and what was is not crowded: at least a fortnight. */
function aheadDays(turns: readonly Turn[], today: StudyDay): number {
  const first = turns[0]?.event.studyDay ?? today
  return Math.max(14, Math.ceil((today - first) / 4))
}

function rowOf({ event, before, after }: Turn, { parameters }: Options): HistoryRow[] {
  if (event.kind === 'void') return []
  const later = before.lastDay !== null && event.studyDay > before.lastDay
  const predicted = event.kind === 'answer' && later ? recallToday(before, event.studyDay, parameters) : null
  const what = event.kind === 'answer' ? { kind: event.kind, rating: event.rating, practice: event.practice } : { kind: event.kind }
  const stability = (memory: typeof before.memory) => memory?.stability ?? null
  return [
    {
      id: event.id,
      day: formatStudyDay(event.studyDay),
      what,
      predicted,
      before: { phase: before.phase, stability: stability(before.memory) },
      after: { phase: after.phase, stability: stability(after.memory), difficulty: after.memory?.difficulty ?? null },
      next: event.kind === 'mark' || (event.kind === 'answer' && event.practice) ? null : nextOf(event, after.due),
    },
  ]
}

function nextOf({ at, studyDay }: StudyEvent, due: Turn['after']['due']): HistoryRow['next'] {
  if ('dueDay' in due) return { days: due.dueDay - studyDay }
  return 'dueAt' in due ? { ms: due.dueAt - at } : null
}
