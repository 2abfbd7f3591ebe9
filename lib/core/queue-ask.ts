// What a sitting is asked for: the day's queue, more than it, one deck of it, or certain cards as practice.

import type { CardId, DeckId } from './ids.ts'
import type { More } from './wire.ts'

export type QueueAsk = {
  /** Beyond the day's queue: new cards past the limit, or what was forgotten today. */
  more: More | null
  /** One deck alone. */
  deck: DeckId | null
  /** Of that deck, the cards of one topic. */
  topic: string | null
  /** These cards alone. */
  cards: readonly CardId[] | null
}

export const TODAYS_QUEUE: QueueAsk = { more: null, deck: null, topic: null, cards: null }

/** Practice leaves the schedule as it is: what was not due is asked all the same. */
export function isPractice({ more, topic, cards }: QueueAsk): boolean {
  return more === 'forgotten' || topic !== null || cards !== null
}

/** True for the day's queue as it is: only that is filled up as a browser runs low. */
export function isWhole({ more, deck, cards }: QueueAsk): boolean {
  return more === null && deck === null && cards === null
}

/** The words of an address that ask for this. */
export function askWords({ more, deck, topic, cards }: QueueAsk): Record<string, string> {
  return {
    ...(more && { more }),
    ...(deck && { deck }),
    ...(topic && { topic }),
    ...(cards && { cards: cards.join() }),
  }
}

/** The address of a sitting. */
export function reviewPath(ask: Partial<QueueAsk>): '/review' | `/review?${string}` {
  const words = Object.entries(askWords({ ...TODAYS_QUEUE, ...ask })).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return words.length === 0 ? '/review' : `/review?${words.join('&')}`
}
