// Browsers of one learner at work against the real use cases and a real database: outbox, sync and sitting as they are, and a
// network that is away, loses what was asked or answered, and delivers twice or late. For proving that all of them agree.

import { expect } from 'vitest'
import type { Rating } from '#lib/core/card.ts'
import type { CardId, DeckId, NoteId } from '#lib/core/ids.ts'
import { TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import { formatTime } from '#lib/core/time.ts'
import { isBatchAnswer, isQueueAnswer } from '#lib/core/wire-guard.ts'
import { type BatchAnswer, type BatchRequest, encodeMade, FORMAT_VERSION, type QueueAnswer } from '#lib/core/wire.ts'
import { createClock } from '#lib/device/clock.ts'
import { newDeckId, newNoteId } from '#lib/device/device.ts'
import { cardsOf, Outbox } from '#lib/device/outbox.ts'
import type { Batch, Sent } from '#lib/device/post-events.ts'
import type { Store } from '#lib/device/store.ts'
import { Sync } from '#lib/device/sync.ts'
import { freshStore } from '#lib/device/testing.ts'
import { readEventBatch } from '#lib/http/event-batch.ts'
import { contentOfNote } from '#lib/study/content-of-note.ts'
import { deleteDeck } from '#lib/study/delete-deck.ts'
import { deleteNote } from '#lib/study/delete-note.ts'
import { getDeck } from '#lib/study/get-deck.ts'
import { getDecks } from '#lib/study/get-decks.ts'
import { getNote } from '#lib/study/get-note.ts'
import { getQueue, refillQueue } from '#lib/study/get-queue.ts'
import type { Learner } from '#lib/study/learner.ts'
import { makeDeck } from '#lib/study/make-deck.ts'
import { recordEvents } from '#lib/study/record-events.ts'
import { saveDeckOptions } from '#lib/study/save-deck-options.ts'
import { saveNote } from '#lib/study/save-note.ts'
import { newLearner, NOON } from '#lib/study/testing.ts'
import { undoChange } from '#lib/study/undo-change.ts'
import { Sitting } from './sitting.ts'

export type Fault = 'none' | 'request lost' | 'answer lost' | 'delivered twice' | 'delivered again later'

/** A note's cards: three of one card, and one of two, which hide one another on a day. */
const NOTES = [
  ['question', 'Which virus?'],
  ['question', 'Which cell?'],
  ['question', 'Which drug?'],
  ['both', 'Progressive multifocal leukoencephalopathy'],
] as const

/** One learner with one small deck, and as many browsers as asked for. */
export class World {
  now = NOON
  readonly learner: Learner
  readonly notes: NoteId[] = []
  readonly browsers: Browser[] = []
  #deckId = newDeckId()
  #deletion: string | null = null
  #stray: BatchRequest[] = []

  private constructor(learner: Learner) {
    this.learner = learner
  }

  static async begin(browsers: number): Promise<World> {
    const world = new World(await newLearner())
    const { id } = world.learner
    for (const deck of (await getDecks(world.learner, world.now)).nodes) await deleteDeck(id, world.now, deck.id)
    await makeDeck(id, world.now, world.#deckId, { name: 'Ward', parentId: null })
    for (const [kind, front] of NOTES) {
      const note = newNoteId()
      world.notes.push(note)
      const input = { kind, fields: { front, back: 'An answer' }, tags: [], deckId: world.#deckId, version: null }
      expect(await saveNote(id, world.now, note, input)).toMatchObject({ ok: true })
    }
    for (let made = 0; made < browsers; made++) world.browsers.push(await Browser.open(world))
    return world
  }

  get deckId(): DeckId {
    return this.#deckId
  }

  async cardIds(): Promise<CardId[]> {
    const views = await Promise.all(this.notes.map((note) => contentOfNote(this.learner.id, note)))
    return views.flatMap(({ cards, withdrawn }) => [...cards.map(({ id }) => id), ...withdrawn])
  }

  /** What the handler of POST /api/events does, from its body on. */
  async serve(body: BatchRequest): Promise<BatchAnswer> {
    const batch = readEventBatch(overTheWire(body))
    if (!batch) throw new Error('A browser sends batches of the right shape.')
    const recorded = await recordEvents(this.learner.id, this.now, batch)
    const refill = batch.holding === null ? [] : await refillQueue(this.learner, this.now, batch.holding)
    return overTheWire({ now: formatTime(this.now), ...recorded, refill })
  }

  keepStray(body: BatchRequest): void {
    this.#stray.push(body)
  }

  /** Requests that were under way for long arrive, once more, in no order. */
  async deliverStray(): Promise<void> {
    for (const body of this.#stray.splice(0).toReversed()) await this.serve(body)
  }

  async deleteNote(note: NoteId): Promise<void> {
    const deleted = await deleteNote(this.learner.id, this.now, note)
    if (deleted.ok) this.#deletion = deleted.change
  }

  async undoDeletion(): Promise<void> {
    if (this.#deletion) await undoChange(this.learner, this.now, this.#deletion)
    this.#deletion = null
  }

  async chooseOptions(desiredRetention: number): Promise<void> {
    const view = await getDeck(this.learner, this.now, this.#deckId)
    if (view) await saveDeckOptions(this.learner, this.now, this.#deckId, { ...view.options, desiredRetention })
  }
}

/** One browser with its own disk and its own clock, and the review open in it. */
export class Browser {
  online = true
  fault: Fault = 'none'
  skewMs = 0
  /** The version of each note that this browser saw last. */
  readonly #versions = new Map<NoteId, number>()
  readonly #world: World
  readonly #store: Store
  readonly outbox: Outbox
  #sync: Sync | undefined
  #sitting: Sitting | undefined
  #asking: Promise<unknown> = Promise.resolve()

  private constructor(world: World, store: Store) {
    this.#world = world
    this.#store = store
    this.outbox = new Outbox(store, world.learner.id)
  }

  static async open(world: World): Promise<Browser> {
    const browser = new Browser(world, await freshStore())
    await browser.reload()
    return browser
  }

  get sitting(): Sitting {
    if (!this.#sitting) throw new Error('The browser is open.')
    return this.#sitting
  }

  readonly #deviceNow = () => Math.max(0, this.#world.now + this.skewMs)

  async queue(): Promise<QueueAnswer> {
    const answer: unknown = overTheWire(await getQueue(this.#world.learner, this.#world.now, TODAYS_QUEUE, null))
    if (!isQueueAnswer(answer)) throw new Error('The server gives queues of the right shape.')
    return answer
  }

  /** The page is loaded again; what waits from before is sent, as the page does it. Needs the connection. */
  async reload(): Promise<void> {
    if (!this.online) return
    const queue = await this.queue()
    const clock = createClock(this.#deviceNow)
    clock.observe(this.#world.now, this.#deviceNow(), this.#deviceNow())
    const ask = async () => {
      const askedAt = this.#deviceNow()
      return this.online ? { queue: await this.queue(), askedAt, receivedAt: this.#deviceNow() } : null
    }
    const ports = { outbox: async () => this.outbox, clock, monotonicNow: () => this.#world.now, flush: () => {} }
    const sitting = new Sitting({ ...ports, ask: () => this.#follow(ask()) }, queue, TODAYS_QUEUE)
    this.#sitting = sitting
    const { holding, onAnswer, onSync: onState } = sitting
    this.#sync = new Sync({
      ...{ outbox: this.outbox, post: this.#post, deviceNow: this.#deviceNow, holding, onState },
      onAnswer: (answer, roundTrip) => void this.#follow(onAnswer(answer, roundTrip)),
    })
    for (const note of this.#world.notes) await this.readNote(note)
    const waiting = await this.outbox.waiting()
    if (waiting.length > 0) await sitting.recover(cardsOf(waiting), this.#sync.flush())
    await this.settle()
  }

  async flush(): Promise<void> {
    await this.#sync?.flush()
    await this.settle()
  }

  /** All that was begun has come to its end: what was asked, and what follows from the answer. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await this.#asking
      await new Promise(setImmediate)
      await this.sitting.tick()
    }
  }

  async answer(rating: Rating): Promise<void> {
    await this.sitting.reveal()
    await this.sitting.rate(rating)
  }

  async readNote(note: NoteId): Promise<void> {
    const view = this.online ? await getNote(this.#world.learner.id, note) : null
    if (view) this.#versions.set(note, view.note.version)
  }

  /** Edits a note as this browser knows it; where another edit came first, sees both and keeps its own. */
  async edit(note: NoteId, text: string): Promise<void> {
    const { learner, now } = this.#world
    const before = await getNote(learner.id, note)
    if (!this.online || !before) return
    const input = { ...before.note, fields: { ...before.note.fields, front: text } }
    let saved = await saveNote(learner.id, now, note, { ...input, version: this.#versions.get(note) ?? 0 })
    const isStale = this.#versions.get(note) !== before.note.version
    expect(saved).toMatchObject(isStale ? { ok: false, code: 'stale', current: before.note } : { ok: true })
    if (isStale) saved = await saveNote(learner.id, now, note, { ...input, version: before.note.version })
    expect(saved).toMatchObject({ ok: true, version: before.note.version + 1 })
    this.#versions.set(note, before.note.version + 1)
    const { cards, withdrawn } = await contentOfNote(learner.id, note)
    await this.sitting.rewrite(cards, withdrawn)
  }

  /** What rests on this browser's disk, and how it stands. */
  kept() {
    return this.#store.getAll('events')
  }

  readonly #follow = <T>(work: Promise<T>): Promise<T> => {
    this.#asking = Promise.all([this.#asking, work])
    return work
  }

  readonly #post = async ({ learner, device, sentAt, events, holding }: Batch): Promise<Sent> => {
    const away: Sent = { kind: 'unreachable', retryAfterMs: null }
    if (!this.online || this.fault === 'request lost') return away
    const body: BatchRequest = {
      ...{ formatVersion: FORMAT_VERSION, learner, device, sentAt: formatTime(sentAt), events: events.map(encodeMade) },
      ...(holding ? { holding: [...holding] } : {}),
    }
    if (this.fault === 'delivered again later') this.#world.keepStray(body)
    if (this.fault === 'delivered twice') await this.#world.serve(body)
    const answer: unknown = await this.#world.serve(body)
    if (!isBatchAnswer(answer)) throw new Error('The server gives answers of the right shape.')
    return this.fault === 'answer lost' ? away : { kind: 'answered', answer }
  }
}

function overTheWire<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
