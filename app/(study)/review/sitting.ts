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
import { type BatchAnswer, decodeCard, decodeState, type QueueAnswer } from '#lib/core/wire.ts'
import type { Clock } from '#lib/device/clock.ts'
import { newEventId } from '#lib/device/device.ts'
import type { Outbox } from '#lib/device/outbox.ts'
import type { SyncState } from '#lib/device/sync.ts'
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

export type Sitting = ReturnType<typeof createSitting>

export function createSitting(ports: SittingPorts, queue: QueueAnswer, more: More) {
  let view = openingView(queue, decodeHand(queue), more, new Set())
  let shownAt = ports.monotonicNow()
  let tail: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  function set(change: Partial<SittingView>): void {
    if (change.session && change.session.shown?.cardId !== view.session.shown?.cardId) shownAt = ports.monotonicNow()
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }

  /** One after another: an act must see what the one before it did. */
  function enqueue(work: () => void | Promise<void>): Promise<void> {
    const done = tail.then(work)
    tail = done.catch(() => {})
    return done
  }

  function apply(action: SessionAction): void {
    set({ session: reduce(view.session, action).state })
  }

  /** Makes events, commits them to disk, and only then shows what follows. */
  async function commit(act: (making: Making) => SessionAction, last: LastAct): Promise<void> {
    let reduced: Reduced | undefined
    try {
      const outbox = await ports.outbox()
      await outbox.add(({ device, firstSeq }) => {
        const making = { id: newEventId(), device, seq: firstSeq, claimedAt: ports.clock.deviceNow(), nowMs: ports.clock.now() }
        reduced = reduce(view.session, act(making))
        return reduced.events
      })
    } catch {
      set({ storageFailed: true })
      return
    }
    if (!reduced) return
    set({ session: reduced.state, last, toastClosed: false, storageFailed: false })
    ports.flush()
  }

  function reveal(): void {
    apply({ type: 'reveal', nowMs: ports.clock.now() })
  }

  async function rate(rating: Rating): Promise<void> {
    const shown = current(view.session)
    const outcome = outcomesOfCurrent(view.session)?.[rating]
    if (shown.kind !== 'card' || !shown.revealed || !outcome) return
    const tookMs = Math.min(LONGEST_ANSWER_MS, Math.round(ports.monotonicNow() - shownAt))
    const variant = variantOf(shown.card, view.contents.get(shown.card.id))
    const answering = { rating, tookMs, confidence: null, variant, pointsTicked: null }
    const { next, suspends } = outcome
    await commit((making) => ({ type: 'rate', answering, making }), {
      kind: 'rate',
      rating,
      next,
      suspends: suspends && more !== 'forgotten',
    })
  }

  function restart({ queue: fresh, askedAt, receivedAt }: Asked, unsent: ReadonlySet<CardId>): void {
    const hand = decodeHand(fresh)
    ports.clock.observe(hand.nowMs, askedAt, receivedAt)
    set(openingView(fresh, hand, more, unsent))
  }

  return {
    getView: () => view,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    reveal: () => enqueue(reveal),

    rate: (rating: Rating) => enqueue(() => rate(rating)),

    /** Shows the answer, or rates it Good: which of the two is known only when this turn comes. */
    goOn: () => enqueue(() => (view.session.shown?.revealed ? rate(3) : reveal())),

    mark: (kind: 'bury' | 'suspend') =>
      enqueue(async () => {
        if (current(view.session).kind === 'card') await commit((making) => ({ type: kind, making }), { kind })
      }),

    undo: () =>
      enqueue(async () => {
        if (view.session.acts.length > 0) await commit((making) => ({ type: 'undo', making }), { kind: 'undo' })
      }),

    closeToast: () => set({ toastClosed: true }),

    /** Cards that this browser holds, where it wants more as it runs low. */
    holding(): CardId[] | undefined {
      if (more !== null) return undefined
      const { learning, main } = upcoming(view.session)
      return [...learning, ...main].map((card) => card.id)
    },

    onStorageFailed: () => set({ storageFailed: true }),

    onSync: (sync: SyncState) => set({ sync }),

    onAnswer: (answer: BatchAnswer) =>
      enqueue(() => {
        const cards = answer.cards.map(({ id, state }) => ({ id, state: decodeState(state) }))
        apply({ type: 'acknowledge', events: answer.results.map(({ id }) => id), cards })
        const refill = answer.refill.map(decodeCard).filter((card) => card.presetVersion in view.session.options)
        if (refill.length === 0) return
        set({
          contents: new Map([...view.contents, ...contentsOf(refill)]),
          loaded: { ...view.loaded, ...Object.fromEntries(refill.map((card) => [card.id, card])) },
          beyond: Math.max(0, view.beyond - refill.length),
        })
        apply({ type: 'refill', cards: refill })
      }),

    /** Answers from before this page wait to be sent: once they are, or could not be, the queue is asked for again. */
    recover: (waiting: ReadonlySet<CardId>, sent: Promise<void>) =>
      enqueue(async () => {
        await sent
        const asked = await ports.ask()
        const outbox = await ports.outbox()
        const unsent = (await outbox.countWaiting()) === 0 ? new Set<CardId>() : waiting
        restart(asked ?? { queue, askedAt: ports.clock.deviceNow(), receivedAt: ports.clock.deviceNow() }, unsent)
      }),

    /** Time went by: a learning card may have come due, or a new study day begun. */
    tick: () =>
      enqueue(async () => {
        const nowMs = ports.clock.now()
        const dayBefore = todayOf(view.session)
        apply({ type: 'tick', nowMs })
        if (todayOf(view.session) === dayBefore) return
        const asked = await ports.ask()
        if (!asked) return
        const hand = decodeHand(asked.queue)
        set({ contents: new Map([...view.contents, ...contentsOf(hand.cards)]), load: asked.queue.load, loaded: view.session.cards })
        apply({ type: 'newDay', nowMs, cards: hand.cards.filter((card) => card.presetVersion in view.session.options) })
      }),
  }
}
