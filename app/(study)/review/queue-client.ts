// The queue as the browser takes it in: asked for over the wire, and decoded into what core and the page work on.

import type { StudyEvent } from '#lib/core/event.ts'
import type { CardId, PresetVersionId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import { askWords, isPractice, type QueueAsk } from '#lib/core/queue-ask.ts'
import { startSession } from '#lib/core/session.ts'
import type { SessionState } from '#lib/core/session/state.ts'
import { formatTime, parseTime } from '#lib/core/time.ts'
import { isQueueAnswer } from '#lib/core/wire-guard.ts'
import type { RoundTrip } from '#lib/device/sync.ts'
import { type CardContent, decodeCard, decodeEvent, type QueueAnswer, type ReviewCard, type WireCard } from '#lib/core/wire.ts'

export type Hand = {
  cards: ReviewCard[]
  touched: { card: ReviewCard; events: StudyEvent[] }[]
  options: Record<PresetVersionId, Options>
  nowMs: number
}

export function decodeHand(queue: QueueAnswer): Hand {
  return {
    cards: queue.cards.map(decodeCard),
    touched: queue.touched.map(({ card, events }) => ({ card: decodeCard(card), events: events.map(decodeEvent) })),
    options: Object.fromEntries(queue.presetVersions.map(({ id, options }) => [id, options])),
    nowMs: parseTime(queue.now) ?? 0,
  }
}

/** Cards with answers that still wait to be sent are left out: the server does not know yet what became of them. */
export function sessionOf(queue: QueueAnswer, hand: Hand, ask: QueueAsk, unsent: ReadonlySet<CardId>): SessionState {
  return startSession({
    cards: hand.cards.filter((card) => !unsent.has(card.id)),
    options: hand.options,
    zone: queue.zone,
    rolloverHour: queue.rolloverHour,
    nowMs: hand.nowMs,
    practice: isPractice(ask),
    full: queue.full,
    acts: queue.acts,
    touched: hand.touched,
  })
}

export type Asked = RoundTrip & { queue: QueueAnswer }

/** Null where the server cannot be reached, the session is gone, or somebody else answers: the page goes on with what it has. */
export async function askQueue(ask: QueueAsk, sinceMs: number | null, deviceNow: () => number): Promise<Asked | null> {
  const words = new URLSearchParams(askWords(ask))
  if (sinceMs !== null) words.set('since', formatTime(sinceMs))
  const askedAt = deviceNow()
  try {
    const response = await fetch(`/api/queue?${words}`, { cache: 'no-store', signal: AbortSignal.timeout(20_000) })
    if (!response.ok) return null
    const queue: unknown = await response.json()
    if (!isQueueAnswer(queue)) return null
    return { queue, askedAt, receivedAt: deviceNow() }
  } catch {
    return null
  }
}

export function contentsOf(cards: readonly (ReviewCard | WireCard)[]): [CardId, CardContent][] {
  return cards.map((card) => [card.id, card.content])
}
