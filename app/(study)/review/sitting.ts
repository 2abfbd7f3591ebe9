// A sitting in the browser: core's session with what its cards show, the outbox that keeps every act, and the server's answers.
// Acts run one after another, and each is on disk before what follows from it is shown.

import type { Rating } from '#lib/core/card.ts'
import type { CardId } from '#lib/core/ids.ts'
import type { Reduced, SessionAction } from '#lib/core/session.ts'
import { reduce } from '#lib/core/session.ts'
import type { Making } from '#lib/core/session/make.ts'
import { todayOf } from '#lib/core/session/state.ts'
import { upcoming } from '#lib/core/session/upcoming.ts'
import { current, outcomesOfCurrent } from '#lib/core/session/view.ts'
import { parseTime } from '#lib/core/time.ts'
import { type BatchAnswer, decodeCard, decodeState, type QueueAnswer, type ReviewCard } from '#lib/core/wire.ts'
import type { Clock } from '#lib/device/clock.ts'
import { newEventId } from '#lib/device/device.ts'
import type { Outbox } from '#lib/device/outbox.ts'
import type { RoundTrip, SyncState } from '#lib/device/sync.ts'
import { type Asked, contentsOf, decodeHand, type More } from './queue-client.ts'
import { type LastAct, openingView, type SittingView, variantOf } from './sitting-view.ts'

export type SittingPorts = {
  outbox: () => Promise<Outbox>
  clock: Clock
  /** Ms of a clock that never jumps: how long an answer took. */
  monotonicNow: () => number
  flush: () => void
  ask: () => Promise<Asked | null>
}

const LONGEST_ANSWER_MS = 24 * 60 * 60 * 1000

/** Its methods are fields, so that a page can hand them out. Each act resolves when its turn has come and gone. */
export class Sitting {
  readonly #ports: SittingPorts
  readonly #queue: QueueAnswer
  readonly #more: More
  readonly #listeners = new Set<() => void>()
  #view: SittingView
  #shownAt: number
  #tail: Promise<unknown> = Promise.resolve()

  constructor(ports: SittingPorts, queue: QueueAnswer, more: More) {
    this.#ports = ports
    this.#queue = queue
    this.#more = more
    this.#view = openingView(queue, decodeHand(queue), more, new Set())
    this.#shownAt = ports.monotonicNow()
  }

  readonly getView = (): SittingView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly reveal = () => this.#enqueue(() => this.#reveal())

  readonly rate = (rating: Rating) => this.#enqueue(() => this.#rate(rating))

  /** Shows the answer, or rates it Good: which of the two is known only when this turn comes. */
  readonly goOn = () => this.#enqueue(() => (this.#view.session.shown?.revealed ? this.#rate(3) : this.#reveal()))

  readonly mark = (kind: 'bury' | 'suspend') =>
    this.#enqueue(async () => {
      if (current(this.#view.session).kind === 'card') await this.#commit((making) => ({ type: kind, making }), { kind })
    })

  readonly undo = () =>
    this.#enqueue(async () => {
      if (this.#view.session.acts.length > 0) await this.#commit((making) => ({ type: 'undo', making }), { kind: 'undo' })
    })

  readonly closeToast = () => this.#set({ toastClosed: true })
  readonly onStorageFailed = () => this.#set({ storageFailed: true })
  readonly onSync = (sync: SyncState) => this.#set({ sync })

  /** Cards that this browser holds, where it wants more as it runs low. */
  readonly holding = (): CardId[] | undefined => {
    if (this.#more !== null) return undefined
    const { learning, main } = upcoming(this.#view.session)
    return [...learning, ...main].map((card) => card.id)
  }

  readonly onAnswer = (answer: BatchAnswer, roundTrip: RoundTrip) => {
    this.#observe(answer.now, roundTrip)
    return this.#enqueue(() => {
      const cards = answer.cards.map(({ id, state }) => ({ id, state: decodeState(state) }))
      this.#apply({ type: 'acknowledge', results: answer.results, cards })
      const refill = this.#usable(answer.refill.map(decodeCard))
      if (refill.length === 0) return
      const { contents, loaded, beyond } = this.#view
      this.#set({
        contents: new Map([...contents, ...contentsOf(refill)]),
        loaded: { ...loaded, ...Object.fromEntries(refill.map((card) => [card.id, card])) },
        beyond: Math.max(0, beyond - refill.length),
      })
      this.#apply({ type: 'refill', cards: refill })
    })
  }

  /** Answers from before this page wait to be sent: once they are, or could not be, the queue is asked for again. */
  readonly recover = (waiting: ReadonlySet<CardId>, sent: Promise<void>) =>
    this.#enqueue(async () => {
      await sent
      const asked = await this.#ports.ask()
      const outbox = await this.#ports.outbox()
      const unsent = (await outbox.countWaiting()) === 0 ? new Set<CardId>() : waiting
      const hand = decodeHand(asked?.queue ?? this.#queue)
      if (asked) this.#observe(asked.queue.now, asked)
      this.#set(openingView(asked?.queue ?? this.#queue, hand, this.#more, unsent))
    })

  /** Time went by: a learning card may have come due, or a new study day begun. */
  readonly tick = () =>
    this.#enqueue(async () => {
      const nowMs = this.#ports.clock.now()
      const dayBefore = todayOf(this.#view.session)
      this.#apply({ type: 'tick', nowMs })
      if (todayOf(this.#view.session) === dayBefore) return
      const asked = await this.#ports.ask()
      if (!asked) return
      const cards = this.#usable(decodeHand(asked.queue).cards)
      const { contents, session } = this.#view
      const { load, newTomorrow } = asked.queue
      this.#set({ contents: new Map([...contents, ...contentsOf(cards)]), load, newTomorrow, loaded: session.cards })
      this.#apply({ type: 'newDay', nowMs, cards })
    })

  /** One after another: an act must see what the one before it did. */
  #enqueue(work: () => void | Promise<void>): Promise<void> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => {})
    return done
  }

  #set(change: Partial<SittingView>): void {
    const before = this.#view.session.shown?.cardId
    this.#view = { ...this.#view, ...change }
    if (this.#view.session.shown?.cardId !== before) this.#shownAt = this.#ports.monotonicNow()
    for (const listener of this.#listeners) listener()
  }

  #apply(action: SessionAction): void {
    this.#set({ session: reduce(this.#view.session, action).state })
  }

  /** Cards of a preset version that this session knows; others come with the next page. */
  #usable(cards: ReviewCard[]): ReviewCard[] {
    return cards.filter((card) => card.presetVersion in this.#view.session.options)
  }

  #observe(now: string, { askedAt, receivedAt }: RoundTrip): void {
    const serverNow = parseTime(now)
    if (serverNow !== null) this.#ports.clock.observe(serverNow, askedAt, receivedAt)
  }

  #reveal(): void {
    this.#apply({ type: 'reveal', nowMs: this.#ports.clock.now() })
  }

  async #rate(rating: Rating): Promise<void> {
    const { session, contents } = this.#view
    const shown = current(session)
    const outcome = outcomesOfCurrent(session)?.[rating]
    if (shown.kind !== 'card' || !shown.revealed || !outcome) return
    const tookMs = Math.min(LONGEST_ANSWER_MS, Math.round(this.#ports.monotonicNow() - this.#shownAt))
    const variant = variantOf(shown.card, contents.get(shown.card.id))
    const answering = { rating, tookMs, confidence: null, variant, pointsTicked: null }
    const { next, suspends } = outcome
    const last: LastAct = { kind: 'rate', rating, next, suspends: suspends && !session.practice }
    await this.#commit((making) => ({ type: 'rate', answering, making }), last)
  }

  /** Makes events, commits them to disk, and only then shows what follows. */
  async #commit(act: (making: Making) => SessionAction, last: LastAct): Promise<void> {
    const { clock, outbox, flush } = this.#ports
    let reduced: Reduced | undefined
    try {
      await (
        await outbox()
      ).add(({ device, firstSeq }) => {
        const making = { id: newEventId(), device, seq: firstSeq, claimedAt: clock.deviceNow(), nowMs: clock.now() }
        reduced = reduce(this.#view.session, act(making))
        return reduced.events
      })
    } catch {
      this.#set({ storageFailed: true })
      return
    }
    if (!reduced) return
    this.#set({ session: reduced.state, last, toastClosed: false, storageFailed: false })
    flush()
  }
}
