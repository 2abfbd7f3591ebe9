// What the page of a sitting shows, and how it opens.

import type { Rating, StudyCard } from '#lib/core/card.ts'
import type { Next } from '#lib/core/event.ts'
import type { CardId } from '#lib/core/ids.ts'
import type { SessionState } from '#lib/core/session/state.ts'
import type { CardContent, QueueAnswer } from '#lib/core/wire.ts'
import type { SyncState } from '#lib/device/sync.ts'
import { contentsOf, type Hand, type More, sessionOf } from './queue-client.ts'

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

export function openingView(queue: QueueAnswer, hand: Hand, more: More, unsent: ReadonlySet<CardId>): SittingView {
  const session = sessionOf(queue, hand, more, unsent)
  const { new: fresh, learning, review } = queue.counts
  return {
    session,
    contents: new Map(contentsOf([...hand.touched.map(({ card }) => card), ...hand.cards])),
    load: queue.load,
    newTomorrow: queue.newTomorrow,
    loaded: session.cards,
    beyond: more === 'forgotten' ? 0 : Math.max(0, fresh + learning + review - hand.cards.length),
    sync: { waiting: 0, refused: 0, trouble: 'none' },
    last: null,
    toastClosed: false,
    storageFailed: false,
  }
}
