// The events that a session makes. Ids, times and numbers come from the caller, who keeps them on disk before the next card.

import type { Rating, StudyCard } from '../card.ts'
import { studyDayOf } from '../day.ts'
import type { AnswerEvent, MadeEvent, MarkEvent, StudyEvent, VoidEvent } from '../event.ts'
import type { DeviceId, EventId, GroupId } from '../ids.ts'
import { seenBefore } from '../schedule/seen.ts'
import { optionsOf, todayOf } from './state.ts'
import type { SessionState, Shown } from './state.ts'

/** Who makes an event, and when. */
export type Making = {
  id: EventId
  device: DeviceId
  seq: number
  /** The device's own clock, uncorrected. */
  claimedAt: number
  /** The server's time as far as the device knows it. */
  nowMs: number
}

export type Answering = {
  rating: Rating
  tookMs: number
  confidence: AnswerEvent['confidence']
  /** Which wording was shown: repetitions modulo the number of wordings. */
  variant: number
  pointsTicked: number | null
}

type Base = Pick<AnswerEvent, 'id' | 'group' | 'device' | 'seq' | 'claimedAt' | 'zone' | 'rolloverHour'>

function base(state: SessionState, { id, device, seq, claimedAt }: Making): Base {
  // An event that stands alone is its own group.
  const group = id as string as GroupId
  return { id, group, device, seq, claimedAt, zone: state.zone, rolloverHour: state.rolloverHour }
}

export function makeAnswer(
  state: SessionState,
  card: StudyCard,
  { outcomes, after }: NonNullable<Shown['revealed']>,
  answering: Answering,
  making: Making,
): AnswerEvent {
  const { next, suspends } = outcomes[answering.rating]
  return {
    ...base(state, making),
    kind: 'answer',
    cardId: card.id,
    ...answering,
    presetVersion: card.presetVersion,
    after,
    next,
    seen: seenBefore(card.state, optionsOf(state, card).parameters, todayOf(state)),
    practice: state.practice,
    suspends: suspends && !state.practice,
  }
}

export function makeMark(state: SessionState, card: StudyCard, mark: { buried: true } | { suspended: true }, making: Making): MarkEvent {
  return { ...base(state, making), kind: 'mark', cardId: card.id, ...mark }
}

export function makeVoid(state: SessionState, target: GroupId, making: Making): VoidEvent {
  return { ...base(state, making), kind: 'void', target }
}

/** An event as the server is expected to stamp it. Its cursor is not known yet, and nothing here asks for it. */
export function expected<Event extends MadeEvent>(event: Event, nowMs: number): Event & Pick<StudyEvent, 'at' | 'studyDay' | 'cursor'> {
  return { ...event, at: nowMs, studyDay: studyDayOf(nowMs, event.zone, event.rolloverHour), cursor: 0 }
}
