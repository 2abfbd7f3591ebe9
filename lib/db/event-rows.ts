// An event's row and the event: one mapper each way. A kind uses its own columns, which a CHECK of the table holds.

import type { Phase, Rating } from '#lib/core/card.ts'
import type { MarkEvent, Next, Seen, StudyEvent } from '#lib/core/event.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Event as EventRow } from './generated/client.ts'
import { fromDay, fromTime, toDay } from './values.ts'

function must<T>(value: T | null, column: string): T {
  if (value === null) throw new Error(`Event.${column} is null where its kind needs it.`)
  return value
}

function toNext(row: EventRow): Next {
  const phase = must(row.nextPhase, 'nextPhase') as Phase
  if (phase === 'new') return { phase, position: must(row.nextPosition, 'nextPosition') }
  if (phase === 'review') return { phase, step: null, days: must(row.nextDays, 'nextDays') }
  const step = must(row.nextStep, 'nextStep')
  return row.nextMs === null ? { phase, step, days: must(row.nextDays, 'nextDays') } : { phase, step, ms: row.nextMs }
}

type SeenRow = Pick<EventRow, 'seenPhase' | 'seenStability' | 'seenDifficulty' | 'seenElapsedDays' | 'seenRecall' | 'seenIntervalDays'>

export function toSeen(row: SeenRow): Seen {
  return {
    phase: must(row.seenPhase, 'seenPhase') as Phase,
    stability: row.seenStability,
    difficulty: row.seenDifficulty,
    elapsedDays: row.seenElapsedDays,
    recall: row.seenRecall,
    intervalDays: row.seenIntervalDays,
  }
}

function toMark(
  row: EventRow,
): Pick<MarkEvent, 'kind'> & ({ suspended: boolean } | { buried: boolean } | { flag: number } | { marked: boolean }) {
  if (row.suspended !== null) return { kind: 'mark', suspended: row.suspended }
  if (row.buried !== null) return { kind: 'mark', buried: row.buried }
  if (row.flag !== null) return { kind: 'mark', flag: row.flag }
  return { kind: 'mark', marked: must(row.marked, 'marked') }
}

export function toEvent(row: EventRow): StudyEvent {
  const made = {
    id: row.id as EventId,
    group: row.group as GroupId,
    device: row.device as DeviceId,
    seq: row.seq,
    claimedAt: row.claimedAt.getTime(),
    zone: row.zone,
    rolloverHour: row.rolloverHour,
    at: row.at.getTime(),
    studyDay: toDay(row.studyDay),
    cursor: row.cursor,
  }
  if (row.kind === 'void') return { ...made, kind: 'void', target: must(row.target, 'target') as GroupId }
  const onCard = { ...made, cardId: must(row.cardId, 'cardId') as CardId }
  const after = row.after as EventId | null
  switch (row.kind) {
    case 'answer':
      return {
        ...onCard,
        kind: 'answer',
        after,
        next: toNext(row),
        seen: toSeen(row),
        rating: must(row.rating, 'rating') as Rating,
        tookMs: must(row.tookMs, 'tookMs'),
        presetVersion: must(row.presetVersion, 'presetVersion') as PresetVersionId,
        practice: must(row.practice, 'practice'),
        suspends: must(row.suspends, 'suspends'),
        confidence: row.confidence as 'sure' | 'unsure' | null,
        variant: must(row.variant, 'variant'),
        pointsTicked: row.pointsTicked,
      }
    case 'place':
      return {
        ...onCard,
        kind: 'place',
        after,
        next: toNext(row),
        why: must(row.why, 'why') as 'chosen' | 'reschedule',
        presetVersion: must(row.presetVersion, 'presetVersion') as PresetVersionId,
      }
    case 'reset':
      return { ...onCard, kind: 'reset', after, keepCounts: must(row.keepCounts, 'keepCounts') }
    case 'restore': {
      const { stability, difficulty } = row
      const memory = stability === null || difficulty === null ? null : { stability, difficulty }
      return {
        ...onCard,
        kind: 'restore',
        after,
        next: toNext(row),
        memory,
        reps: must(row.reps, 'reps'),
        lapses: must(row.lapses, 'lapses'),
      }
    }
    case 'mark':
      return { ...onCard, ...toMark(row) }
    default:
      throw new Error(`Event ${row.id} has the unknown kind ${row.kind}.`)
  }
}

function nextColumns(next: Next) {
  if (next.phase === 'new') return { nextPhase: 'new', nextPosition: next.position }
  return {
    nextPhase: next.phase,
    nextStep: next.step,
    nextMs: 'ms' in next ? next.ms : null,
    nextDays: 'days' in next ? next.days : null,
  }
}

function seenColumns(seen: Seen) {
  return {
    seenPhase: seen.phase,
    seenStability: seen.stability,
    seenDifficulty: seen.difficulty,
    seenElapsedDays: seen.elapsedDays,
    seenRecall: seen.recall,
    seenIntervalDays: seen.intervalDays,
  }
}

function kindColumns(event: StudyEvent): Record<string, unknown> {
  switch (event.kind) {
    case 'answer': {
      const { rating, tookMs, presetVersion, practice, suspends, confidence, variant, pointsTicked, after } = event
      const own = { rating, tookMs, presetVersion, practice, suspends, confidence, variant, pointsTicked, after }
      return { ...own, ...nextColumns(event.next), ...seenColumns(event.seen) }
    }
    case 'place':
      return { after: event.after, why: event.why, presetVersion: event.presetVersion, ...nextColumns(event.next) }
    case 'reset':
      return { after: event.after, keepCounts: event.keepCounts }
    case 'restore':
      return { after: event.after, reps: event.reps, lapses: event.lapses, ...event.memory, ...nextColumns(event.next) }
    case 'mark':
      return 'suspended' in event
        ? { suspended: event.suspended }
        : 'buried' in event
          ? { buried: event.buried }
          : 'flag' in event
            ? { flag: event.flag }
            : { marked: event.marked }
    case 'void':
      return { target: event.target }
  }
}

/** The event as JSON that Postgres reads back by column name. */
export function fromEvent(userId: UserId, event: StudyEvent): Record<string, unknown> {
  return {
    userId,
    id: event.id,
    kind: event.kind,
    cardId: event.kind === 'void' ? null : event.cardId,
    group: event.group,
    device: event.device,
    seq: event.seq,
    claimedAt: fromTime(event.claimedAt),
    zone: event.zone,
    rolloverHour: event.rolloverHour,
    at: fromTime(event.at),
    studyDay: fromDay(event.studyDay),
    cursor: event.cursor,
    ...kindColumns(event),
  }
}
