// A learner's devices and a server in memory, for proving the laws of events: any clocks, any order, lost and doubled batches.
// The rules under proof are handed in, so that a broken one can be shown to be noticed.

import type { CardState } from './card.ts'
import { studyDayOf } from './day.ts'
import type { MadeEvent, Next, StudyEvent } from './event.ts'
import { foldCard, standingEvents, stepCard } from './fold.ts'
import type { FoldContext } from './fold.ts'
import { CARDS, PRESETS, VERSIONS } from './fold.ops.model.ts'
import type { Op } from './fold.ops.model.ts'
import { newCardState } from './fold/apply.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId } from './ids.ts'
import { DEFAULT_PARAMETERS } from './memory.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import { outcomes, rescheduled } from './schedule.ts'
import { fuzzSeed } from './schedule/fuzz.ts'
import { stampAt } from './stamp.ts'

export const RULES = {
  stamp: stampAt,
  fold: foldCard,
  step: stepCard,
  /** Whether the server takes an event for one that it has. */
  isKnown: (events: readonly StudyEvent[], { id }: MadeEvent) => events.some((event) => event.id === id),
  /** What the server does to what it has when the learner moves house. */
  moved: (event: StudyEvent, _zone: string): StudyEvent => event,
  /** Which voids a redo names. */
  redone: (voids: readonly StudyEvent[]): readonly StudyEvent[] => voids,
}
export type Rules = typeof RULES

type Batch = { sentAt: number; events: MadeEvent[] }
type Device = {
  id: DeviceId
  clockMs: number
  offsetMs: number
  seq: number
  known: readonly StudyEvent[]
  unsent: StudyEvent[]
  last: Batch | null
}

export class World {
  readonly rules: Rules
  nowMs = Date.UTC(2026, 0, 10, 9)
  zone = 'UTC'
  version = VERSIONS[0] as PresetVersionId
  /** The server's log, in the order of arrival, and its cached cards. */
  log: StudyEvent[] = []
  readonly cache = new Map<CardId, CardState>(CARDS.map((id) => [id, newCardState(1)]))
  /** The placements that were printed, by event. */
  readonly printed = new Map<EventId, Next>()
  readonly #devices: Device[]
  #made = 0

  constructor(rules: Rules, devices = 3) {
    this.rules = rules
    const fresh = { clockMs: 0, offsetMs: 0, seq: 0, known: [], last: null }
    this.#devices = Array.from({ length: devices }, (_, index) => ({ ...fresh, id: `device-${index}` as DeviceId, unsent: [] }))
  }

  static after(ops: readonly Op[], rules: Rules = RULES, devices = 3): World {
    const world = new World(rules, devices)
    for (const op of ops) world.run(op)
    for (const device of world.#devices) world.#sync(device)
    return world
  }

  get cards(): readonly CardId[] {
    return CARDS
  }

  context(version = this.version): FoldContext {
    return { place: 1, presetVersions: PRESETS, parameters: PRESETS.get(version)?.parameters ?? DEFAULT_PARAMETERS }
  }

  eventsOf(card: CardId, log: readonly StudyEvent[] = this.log): StudyEvent[] {
    return log.filter((event) => event.kind === 'void' || event.cardId === card)
  }

  run(op: Op): void {
    if (op.op === 'wait') this.nowMs += op.ms
    else if (op.op === 'train') this.#train(op.version)
    else if (op.op === 'move') this.#move(op.zone)
    else this.#onDevice(op, this.#devices[op.device % this.#devices.length] as Device)
  }

  #onDevice(op: Exclude<Op, { op: 'wait' | 'train' | 'move' }>, device: Device): void {
    switch (op.op) {
      case 'clock':
        device.clockMs += op.ms
        return
      case 'sync':
        return this.#sync(device)
      case 'resend':
        if (device.last) this.ingest(device.last)
        return
      case 'undo':
      case 'redo':
        return op.op === 'undo' ? this.#undo(device, op.back) : this.#redo(device)
      default:
        return this.#touch(op, device, CARDS[op.card] as CardId)
    }
  }

  #touch(op: Extract<Op, { card: number }>, device: Device, cardId: CardId): void {
    const card = this.#view(device, cardId)
    const placing = { cardId, after: card.head, presetVersion: this.version }
    if (op.op === 'mark') return void this.#make(device, { kind: 'mark', cardId, ...op.mark })
    if (op.op === 'reset') return void this.#make(device, { kind: 'reset', cardId, after: card.head, keepCounts: op.days > 15 })
    if (op.op === 'answer') return this.#answer(device, card, op, placing)
    const today = studyDayOf(this.#clock(device), this.zone, 4)
    const options = PRESETS.get(this.version) ?? DEFAULT_OPTIONS
    const chosen: Next = { phase: 'review', step: null, days: op.days }
    const next = op.op === 'place' ? chosen : rescheduled(card, options, { today, seed: fuzzSeed(cardId, card.reps) })
    if (next) this.#make(device, { kind: 'place', why: op.op === 'place' ? 'chosen' : 'reschedule', next, ...placing })
  }

  #answer(device: Device, card: CardState, { rating: given, practice }: Extract<Op, { op: 'answer' }>, placing: { cardId: CardId }): void {
    const options = PRESETS.get(this.version) ?? DEFAULT_OPTIONS
    const at = { nowMs: this.#expectedAt(device), zone: this.zone, rolloverHour: 4, seed: fuzzSeed(placing.cardId, card.reps) }
    const { next, suspends } = outcomes(card, options, at)[given]
    const seen = { phase: card.phase, stability: null, difficulty: null, elapsedDays: null, recall: null, intervalDays: null }
    const rest = { tookMs: 1000, confidence: null, variant: 0, pointsTicked: null, seen }
    const made = this.#make(device, { kind: 'answer', ...placing, rating: given, next, suspends: suspends && !practice, practice, ...rest })
    if (!practice) this.printed.set(made.id, next)
  }

  /** Voids an act that the device knows, whether or not another void names it already. */
  #undo(device: Device, back: number): void {
    const acts = this.#known(device).filter(({ kind }) => kind !== 'void')
    const target = acts.at(-1 - back)
    if (target) this.#make(device, { kind: 'void', target: target.group })
  }

  #redo(device: Device): void {
    const standing = standingEvents(this.#known(device)).filter(({ kind }) => kind === 'void')
    const last = standing.at(-1)
    if (last?.kind !== 'void') return
    const voids = standing.filter((event) => event.kind === 'void' && event.target === last.target)
    for (const { group } of this.rules.redone(voids)) this.#make(device, { kind: 'void', target: group })
  }

  #make(device: Device, fields: object): StudyEvent {
    const number = this.#made++
    // Ids in no order of making, as ids of several devices are.
    const id = `${fuzzSeed('id' as CardId, number)
      .toString(16)
      .padStart(8, '0')}-${number}` as EventId
    const at = this.#expectedAt(device)
    const own = { id, group: id as string as GroupId, device: device.id, seq: device.seq++, zone: this.zone, rolloverHour: 4 }
    const event = { ...own, claimedAt: this.#clock(device), ...fields, at, studyDay: studyDayOf(at, this.zone, 4), cursor: 0 } as StudyEvent
    device.unsent.push(event)
    return event
  }

  #known(device: Device): StudyEvent[] {
    return [...device.known, ...device.unsent]
  }

  #view(device: Device, card: CardId): CardState {
    return this.rules.fold(this.eventsOf(card, this.#known(device)), this.context())
  }

  #clock(device: Device): number {
    return this.nowMs + device.clockMs
  }

  /** Own unsent events sort after all acknowledged ones. */
  #expectedAt(device: Device): number {
    const latest = Math.max(...this.#known(device).map(({ at }) => at), -Infinity)
    return Math.max(this.#clock(device) + device.offsetMs, latest + 1)
  }

  #sync(device: Device): void {
    const batch = { sentAt: this.#clock(device), events: device.unsent }
    this.ingest(batch)
    Object.assign(device, { known: [...this.log], unsent: [], last: batch, offsetMs: this.nowMs - this.#clock(device) })
  }

  ingest({ sentAt, events }: Batch): void {
    for (const event of events) {
      if (this.rules.isKnown(this.log, event)) continue
      const last = (found: readonly StudyEvent[]) => (found.length === 0 ? null : Math.max(...found.map(({ at }) => at)))
      const earlier = this.log.filter(({ device, seq }) => device === event.device && seq < event.seq)
      const previous = earlier.reduce<StudyEvent | null>((best, one) => (best && best.seq > one.seq ? best : one), null)
      const target = this.log.filter(({ id, group }) =>
        event.kind === 'void' ? group === event.target : 'after' in event && id === event.after,
      )
      const times = { claimedAt: event.claimedAt, sentAt, receivedAt: this.nowMs }
      const at = this.rules.stamp({ ...times, previousAt: previous?.at ?? null, standsOnAt: last(target) })
      const stamped = { ...event, at, studyDay: studyDayOf(at, event.zone, event.rolloverHour), cursor: this.log.length + 1 } as StudyEvent
      this.log.push(stamped)
      this.#take(stamped)
    }
  }

  #take(event: StudyEvent): void {
    for (const card of event.kind === 'void' ? CARDS : [event.cardId]) {
      const cached = this.cache.get(card) ?? newCardState(1)
      this.cache.set(card, this.rules.step(cached, event, this.context()) ?? this.rules.fold(this.eventsOf(card), this.context()))
    }
  }

  #train(version: PresetVersionId): void {
    this.version = version
    for (const card of CARDS) this.cache.set(card, this.rules.fold(this.eventsOf(card), this.context()))
  }

  #move(zone: string): void {
    this.zone = zone
    this.log = this.log.map((event) => this.rules.moved(event, zone))
  }
}
