// A sitting in the browser: core's session with what its cards show, the outbox that keeps every act, and the server's answers.
// Acts run one after another, and each is on disk before what follows from it is shown.

import type { Rating } from '#lib/core/card.ts'
import { type StudyDay, studyDayOf } from '#lib/core/day.ts'
import type { CardId } from '#lib/core/ids.ts'
import { isSoon } from '#lib/core/queue.ts'
import { type QueueAsk, TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import type { Reduced, SessionAction } from '#lib/core/session.ts'
import { reduce } from '#lib/core/session.ts'
import type { Making } from '#lib/core/session/make.ts'
import { type Numbers, readNumbers } from '#lib/core/session/numbers.ts'
import { upcoming } from '#lib/core/session/upcoming.ts'
import { current, outcomesOfCurrent } from '#lib/core/session/view.ts'
import { parseTime } from '#lib/core/time.ts'
import { type BatchAnswer, type CardContent, decodeCard, decodeState, type QueueAnswer } from '#lib/core/wire.ts'
import type { Clock } from '#lib/device/clock.ts'
import { newEventId } from '#lib/device/device.ts'
import { cardsOf, type Outbox } from '#lib/device/outbox.ts'
import type { RoundTrip, SyncState } from '#lib/device/sync.ts'
import { type Asked, decodeHand } from './queue-client.ts'
import {
  joinedView,
  type LastAct,
  newDayView,
  openingView,
  refilledView,
  reopenedView,
  type SittingView,
  usable,
  variantOf,
} from './sitting-view.ts'

export type SittingPorts = {
  outbox: () => Promise<Outbox>
  clock: Clock
  /** Ms of a clock that never jumps: how long an answer took. */
  monotonicNow: () => number
  flush: () => void
  ask: (wanted: QueueAsk) => Promise<Asked | null>
}

const LONGEST_ANSWER_MS = 24 * 60 * 60 * 1000

/** Its methods are fields, so that a page can hand them out. Each act resolves when its turn has come and gone. */
export class Sitting {
  readonly #ports: SittingPorts
  readonly #queue: QueueAnswer
  #ask: QueueAsk
  readonly #listeners = new Set<() => void>()
  #view: SittingView
  /** The study day that the queue was made for. */
  #day: StudyDay
  /** Others: another device did something that is not in this view. */
  #numbers: Numbers
  #following = false
  #shownAt: number
  #tail: Promise<unknown> = Promise.resolve()

  constructor(ports: SittingPorts, queue: QueueAnswer, ask: QueueAsk) {
    this.#ports = ports
    this.#queue = queue
    this.#ask = ask
    this.#view = openingView(queue, decodeHand(queue), ask, new Set())
    this.#day = this.#dayAt(this.#view.session.nowMs)
    this.#numbers = { last: queue.cursor, others: false }
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

  /** Cards that can be shown now, for the server to bring more as they run low: none once it has handed out the whole queue. */
  readonly holding = (): CardId[] | undefined => {
    const { session, beyond } = this.#view
    if (beyond === 0) return undefined
    const { learning, main } = upcoming(session)
    return [...learning.filter((card) => isSoon(card, session.nowMs)), ...main].map((card) => card.id)
  }

  readonly onAnswer = (answer: BatchAnswer, roundTrip: RoundTrip) => {
    this.#observe(answer.now, roundTrip)
    return this.#enqueue(() => {
      const cards = answer.cards.map(({ id, state }) => ({ id, state: decodeState(state) }))
      this.#apply({ type: 'acknowledge', results: answer.results, cards })
      const refill = usable(this.#view.session, answer.refill.map(decodeCard))
      if (refill.length > 0) this.#set(refilledView(this.#view, refill))
      const { last, others } = readNumbers(this.#numbers.last, answer.results)
      this.#numbers = { last, others: others || this.#numbers.others }
      if (this.#numbers.others) void this.refresh()
    })
  }

  /** A note was edited: its cards show what it says now, and those that it makes no longer go. */
  readonly rewrite = (cards: readonly { id: CardId; content: CardContent }[], withdrawn: readonly CardId[]) =>
    this.#enqueue(() => {
      this.#set({ contents: new Map([...this.#view.contents, ...cards.map(({ id, content }) => [id, content] as const)]) })
      this.#apply({ type: 'withdraw', cards: withdrawn })
    })

  /**
   * Answers from before this page wait to be sent, and their cards are not asked meanwhile; then the queue is asked for again.
   * The learner need not wait for the network: a queue that comes after they have begun joins what they do.
   */
  readonly recover = async (waiting: ReadonlySet<CardId>, sent: Promise<void>) => {
    if (waiting.size > 0) await this.#enqueue(() => this.#open(this.#queue, waiting))
    await this.#askAgain(sent, () => true)
  }

  /** Another device of the learner's was at work: the queue is asked for again. Practice and "study more" stay what they were. */
  readonly refresh = async () => {
    if (this.#view.session.practice || this.#ask.more !== null) return
    // What was done here and is not sent yet could be undone no longer.
    await this.#askAgain(Promise.resolve(), (unsent) => unsent.size === 0)
  }

  async #askAgain(sent: Promise<void>, mayOpen: (unsent: ReadonlySet<CardId>) => boolean): Promise<void> {
    const opened = this.#view.session
    await sent
    const asked = await this.#ports.ask(this.#ask)
    if (!asked) return
    this.#observe(asked.queue.now, asked)
    await this.#enqueue(async () => {
      const unsent = cardsOf(await (await this.#ports.outbox()).waiting())
      const { shown, acts } = this.#view.session
      if (shown === opened.shown && acts === opened.acts && mayOpen(unsent)) return this.#open(asked.queue, unsent)
      const done = acts.filter((act) => !opened.acts.includes(act)).flatMap(({ before }) => before.map(({ cardId }) => cardId))
      this.#set(joinedView(this.#view, asked.queue, this.#ask, new Set([...unsent, ...done])))
    })
  }

  /** Time went by: a learning card may have come due, or a new study day begun. */
  readonly tick = async () => {
    await this.#enqueue(() => this.#apply({ type: 'tick', nowMs: this.#ports.clock.now() }))
    await this.followDay()
  }

  /** A queue belongs to its study day: once that is over, the next one's is asked for while the learner goes on. */
  readonly followDay = async () => {
    if (this.#following || this.#view.session.practice || this.#dayAt(this.#ports.clock.now()) <= this.#day) return
    this.#following = true
    try {
      const asked = await this.#ports.ask(TODAYS_QUEUE)
      if (asked) await this.#enqueue(() => this.#startDay(asked))
    } finally {
      this.#following = false
    }
  }

  #startDay({ queue, ...roundTrip }: Asked): void {
    this.#observe(queue.now, roundTrip)
    const day = this.#dayAt(parseTime(queue.now) ?? 0)
    // This device's clock was ahead of the server's.
    if (day <= this.#day) return
    this.#day = day
    this.#numbers = { last: Math.max(queue.cursor, this.#numbers.last), others: false }
    // What was asked for belongs to a day that is over.
    this.#ask = TODAYS_QUEUE
    this.#set(newDayView(this.#view, queue))
  }

  #open(queue: QueueAnswer, unsent: ReadonlySet<CardId>): void {
    this.#day = this.#dayAt(parseTime(queue.now) ?? 0)
    this.#numbers = { last: Math.max(queue.cursor, this.#numbers.last), others: false }
    this.#set(reopenedView(this.#view, queue, this.#ask, unsent))
  }

  #dayAt(atMs: number): StudyDay {
    return studyDayOf(atMs, this.#queue.zone, this.#queue.rolloverHour)
  }

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
    void this.followDay()
  }
}
