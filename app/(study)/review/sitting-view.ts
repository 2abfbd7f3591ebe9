// What the page of a sitting shows, and how it opens.

import type { Rating, StudyCard } from '#lib/core/card.ts'
import type { Next } from '#lib/core/event.ts'
import type { CardId } from '#lib/core/ids.ts'
import { isSoon } from '#lib/core/queue.ts'
import { isWhole, type QueueAsk, TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import { reduce } from '#lib/core/session.ts'
import type { SessionState } from '#lib/core/session/state.ts'
import { dueAtOf } from '#lib/core/session/upcoming.ts'
import type { CardContent, QueueAnswer, ReviewCard } from '#lib/core/wire.ts'
import type { SyncState } from '#lib/device/sync.ts'
import { contentsOf, decodeHand, type Hand, sessionOf } from './queue-client.ts'

export type LastAct =
  | { kind: 'rate'; rating: Rating; next: Next; suspends: boolean }
  | { kind: 'bury' }
  | { kind: 'suspend' }
  | { kind: 'undo' }

export type SittingView = {
  session: SessionState
  contents: ReadonlyMap<CardId, CardContent>
  /** Due counts of the coming days, and the cards' states that they were counted with. */
  load: Readonly<Record<string, number>>
  loaded: SessionState['cards']
  /** New cards that tomorrow brings. */
  newTomorrow: number
  /** Cards of the day's queue that the server has not handed out yet. */
  beyond: number
  sync: SyncState
  /** What was done last: it is said to those who do not see it, and some of it has a toast. */
  last: LastAct | null
  toastClosed: boolean
  storageFailed: boolean
}

/** Which wording a card shows: the repetitions so far, modulo the number of wordings. */
export function variantOf(card: StudyCard, content: CardContent | undefined): number {
  return card.state.reps % Math.max(1, content?.fronts.length ?? 1)
}

export function openingView(queue: QueueAnswer, hand: Hand, ask: QueueAsk, unsent: ReadonlySet<CardId>): SittingView {
  const session = sessionOf(queue, hand, ask, unsent)
  return {
    session,
    contents: new Map(contentsOf([...hand.touched.map(({ card }) => card), ...hand.cards])),
    load: queue.load,
    newTomorrow: queue.newTomorrow,
    loaded: session.cards,
    beyond: beyondOf(queue, hand, ask),
    sync: { waiting: 0, refused: 0, trouble: 'none' },
    last: null,
    toastClosed: false,
    storageFailed: false,
  }
}

/** How many cards of the queue are not in this hand. Its counts pass over learning cards that come later in the day. */
function beyondOf({ counts }: QueueAnswer, hand: Hand, ask: QueueAsk): number {
  if (!isWhole(ask)) return 0
  const counted = hand.cards.filter((card) => dueAtOf(card) === null || isSoon(card, hand.nowMs))
  return Math.max(0, counts.new + counts.learning + counts.review - counted.length)
}

/** More cards of the queue, as the browser runs low. */
export function refilledView(view: SittingView, refill: readonly ReviewCard[]): Partial<SittingView> {
  const unknown = refill.filter((card) => !view.session.queue.includes(card.id))
  return {
    contents: new Map([...view.contents, ...contentsOf(refill)]),
    loaded: { ...Object.fromEntries(refill.map((card) => [card.id, card])), ...view.loaded },
    beyond: Math.max(0, view.beyond - unknown.length),
    session: reduce(view.session, { type: 'refill', cards: refill }).state,
  }
}

/** The queue of a new study day, while what is on the screen stays there. */
export function newDayView(view: SittingView, queue: QueueAnswer): Partial<SittingView> {
  const hand = decodeHand(queue)
  const cards = usable(view.session, hand.cards)
  const session = reduce(view.session, { type: 'newDay', nowMs: hand.nowMs, cards, full: queue.full }).state
  const contents = new Map([...view.contents, ...contentsOf(cards)])
  return {
    session,
    contents,
    load: queue.load,
    newTomorrow: queue.newTomorrow,
    loaded: session.cards,
    beyond: beyondOf(queue, hand, TODAYS_QUEUE),
  }
}

/** A queue that came after the learner had begun: it adds to the session, which knows better of the cards that it has touched. */
export function joinedView(view: SittingView, queue: QueueAnswer, ask: QueueAsk, touched: ReadonlySet<CardId>): Partial<SittingView> {
  const hand = decodeHand(queue)
  const untouched = (card: ReviewCard) => !touched.has(card.id)
  const cards = usable(view.session, hand.cards.filter(untouched))
  const known = hand.touched.map(({ card }) => card).filter(untouched)
  const told = reduce(view.session, { type: 'acknowledge', results: [], cards: known }).state
  const session = reduce(told, { type: 'refill', cards }).state
  return { session, contents: new Map([...view.contents, ...contentsOf([...known, ...cards])]), beyond: beyondOf(queue, hand, ask) }
}

/** Cards of a preset version that this session knows; others come with the next page. */
export function usable(session: SessionState, cards: readonly ReviewCard[]): ReviewCard[] {
  return cards.filter((card) => card.presetVersion in session.options)
}
