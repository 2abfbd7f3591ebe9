// Takes a batch of events into the learner's log: one lock, what is new is stamped and inserted, the touched cards are folded.

import { formatStudyDay, studyDayOf } from '#lib/core/day.ts'
import type { MadeEvent, StudyEvent } from '#lib/core/event.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import { stampAt } from '#lib/core/stamp.ts'
import { COUNTS_VERSION } from '#lib/core/statistics/day-counts.ts'
import { formatTime } from '#lib/core/time.ts'
import { type BatchResult, encodeState, type EventStatus, type BatchAnswer } from '#lib/core/wire.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import {
  type CachedCard,
  cachedCards,
  cardsOfGroups,
  type EarlierEvent,
  groupTimes,
  known,
  type KnownEvent,
  lockCursor,
  eventsBefore,
  writeBatch,
} from '#lib/db/ingest.ts'
import { presetVersions, type PresetVersionRow } from '#lib/db/presets.ts'
import { countFresh } from './count-days.ts'
import { foldTouched } from './fold-touched.ts'

/** An event that could be read, or the id of one that could not. */
export type IncomingEvent = { ok: true; event: MadeEvent } | { ok: false; id: EventId }
export type IncomingBatch = { device: DeviceId; sentAt: number; events: IncomingEvent[] }
export type RecordedBatch = Omit<BatchAnswer, 'now' | 'refill'>

/** What the batch is judged against: all of it read at once, under the learner's lock. */
type Ground = {
  cursor: number
  rollupVersion: number
  stamps: Map<EventId, KnownEvent>
  groups: Map<GroupId, number>
  /** Groups of the batch that a stored void names: an act that is undone already, part of which comes late. */
  voided: Set<GroupId>
  /** Of each device, by seq: its stored event before that one; and its latest of this batch. */
  before: Map<DeviceId, Map<number, EarlierEvent>>
  latest: Map<DeviceId, EarlierEvent>
  cards: Map<CardId, CachedCard>
  /** Those of them that a void of the batch bears on. */
  undone: CardId[]
  versions: Map<PresetVersionId, PresetVersionRow>
}

export class UnknownLearner extends Error {}

/**
 * Everything of the batch that is new is stored, all in one transaction, and each event has its result, in the order sent.
 * A second send changes nothing and gets the same answer. Throws UnknownLearner where the account is gone.
 */
export function recordEvents(userId: UserId, receivedAt: number, batch: IncomingBatch): Promise<RecordedBatch> {
  const made = batch.events.flatMap((incoming) => (incoming.ok ? [incoming.event] : [])).toSorted((a, b) => a.seq - b.seq)
  const times = { sentAt: batch.sentAt, receivedAt }
  return inTransaction(async (tx) => {
    const ground = await readGround(tx, userId, made)
    const { statuses, cards } = await ingest(tx, userId, made, ground, (event) => correctedAt(event, ground, times))
    return { results: batch.events.map((incoming) => resultOf(incoming, statuses, ground)), cards }
  })
}

/**
 * Events that the server stamped under another learner of the same person, in the order of their cursors: they keep their
 * times, and are numbered anew. Those that are known already change nothing.
 */
export function adoptEvents(userId: UserId, events: readonly StudyEvent[]): Promise<Map<EventId, EventStatus>> {
  return inTransaction(async (tx) => {
    const ground = await readGround(tx, userId, events)
    const { statuses } = await ingest(tx, userId, events, ground, (event) => event.at)
    return statuses
  })
}

/** Judges, stamps and stores what is new; each event's status, and the cards that changed. `atOf`: when an event counts as made. */
async function ingest<Event extends MadeEvent>(
  tx: Transaction,
  userId: UserId,
  events: readonly Event[],
  ground: Ground,
  atOf: (event: Event) => number,
): Promise<{ statuses: Map<EventId, EventStatus>; cards: RecordedBatch['cards'] }> {
  const statuses = new Map<EventId, EventStatus>()
  const fresh: StudyEvent[] = []
  for (const event of events) {
    if (ground.stamps.has(event.id)) continue
    const status = judge(event, ground)
    statuses.set(event.id, status)
    if (status !== 'saved') continue
    const at = atOf(event)
    const studyDay = studyDayOf(at, event.zone, event.rolloverHour)
    const stamped: StudyEvent = { ...event, at, studyDay, cursor: ground.cursor + fresh.length + 1 }
    remember(stamped, ground)
    fresh.push(stamped)
  }
  return { statuses, cards: fresh.length === 0 ? [] : await store(tx, userId, fresh, ground) }
}

async function readGround(tx: Transaction, userId: UserId, made: readonly MadeEvent[]): Promise<Ground> {
  const locked = await lockCursor(tx, userId)
  if (locked === null) throw new UnknownLearner()
  const standOn = made.flatMap((event) => ('after' in event && event.after !== null ? [event.after] : []))
  const targets = made.flatMap((event) => (event.kind === 'void' ? [event.target] : []))
  const cardIds = new Set(made.flatMap((event) => (event.kind === 'void' ? [] : [event.cardId])))
  const undone = await cardsOfGroups(tx, userId, targets)
  const cards = await cachedCards(tx, userId, [...new Set([...cardIds, ...undone])])
  const named = made.flatMap((event) => ('presetVersion' in event ? [event.presetVersion] : []))
  const current = [...cards.values()].flatMap((card) => [card.presetVersion, ...(card.parametersId === null ? [] : [card.parametersId])])
  const before = new Map<DeviceId, Map<number, EarlierEvent>>()
  for (const device of new Set(made.map((event) => event.device))) {
    const seqs = made.filter((event) => event.device === device).map((event) => event.seq)
    before.set(device, await eventsBefore(tx, userId, device, seqs))
  }
  const groups = made.map((event) => event.group)
  const { stamps, voided } = await known(tx, userId, [...made.map((event) => event.id), ...standOn], groups)
  return {
    cursor: locked.value,
    rollupVersion: locked.rollupVersion,
    stamps,
    voided,
    groups: await groupTimes(tx, userId, targets),
    before,
    latest: new Map(),
    cards,
    undone,
    versions: await presetVersions(tx, userId, [...named, ...current]),
  }
}

function judge(event: MadeEvent, ground: Ground): EventStatus {
  if (event.kind === 'void') return ground.groups.has(event.target) ? 'saved' : 'unknown-target'
  if (!ground.cards.has(event.cardId)) return 'unknown-card'
  if ('presetVersion' in event && !ground.versions.has(event.presetVersion)) return 'unknown-preset'
  return 'saved'
}

function correctedAt(event: MadeEvent, ground: Ground, times: { sentAt: number; receivedAt: number }): number {
  const previousAt = earlierAt(event, ground)
  const corrected = stampAt({ ...times, claimedAt: event.claimedAt, previousAt, standsOnAt: standsOnAt(event, ground) })
  // A device whose clock leapt by decades while it was away may claim a time before the epoch, which no column holds well.
  return Math.max(0, corrected)
}

/** The time of the device's event with the next lower seq: a stored one, or one of this batch, which is read in that order. */
function earlierAt(event: MadeEvent, ground: Ground): number | null {
  const stored = ground.before.get(event.device)?.get(event.seq)
  const latest = ground.latest.get(event.device)
  return (latest && (!stored || latest.seq >= stored.seq) ? latest.at : stored?.at) ?? null
}

function standsOnAt(event: MadeEvent, ground: Ground): number | null {
  if (event.kind === 'void') return ground.groups.get(event.target) ?? null
  return 'after' in event && event.after !== null ? (ground.stamps.get(event.after)?.at ?? null) : null
}

/** Later events of the same batch stand on this one as if it had been stored before. */
function remember(event: StudyEvent, ground: Ground): void {
  const { at, studyDay, cursor } = event
  ground.stamps.set(event.id, { at, studyDay, cursor })
  ground.groups.set(event.group, Math.max(at, ground.groups.get(event.group) ?? 0))
  ground.latest.set(event.device, { seq: event.seq, at })
}

async function store(tx: Transaction, userId: UserId, fresh: StudyEvent[], ground: Ground): Promise<RecordedBatch['cards']> {
  const cursor = ground.cursor + fresh.length
  const writes = await foldTouched(tx, userId, fresh, ground)
  await writeBatch(tx, userId, cursor, fresh, writes)
  // Days that were counted another way are made again as a whole, when they are next looked at.
  if (ground.rollupVersion === COUNTS_VERSION) await countFresh(tx, userId, fresh, ground)
  return writes.map(({ id, state }) => ({ id, state: encodeState(state), cursor }))
}

function resultOf(incoming: IncomingEvent, statuses: Map<EventId, EventStatus>, ground: Ground): BatchResult {
  if (!incoming.ok) return { id: incoming.id, status: 'malformed', at: null, studyDay: null, cursor: null }
  const { id } = incoming.event
  const known = ground.stamps.get(id)
  if (!known) return { id, status: statuses.get(id) ?? 'malformed', at: null, studyDay: null, cursor: null }
  return { id, status: 'saved', at: formatTime(known.at), studyDay: formatStudyDay(known.studyDay), cursor: known.cursor }
}
