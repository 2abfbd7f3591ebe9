// Reads what a queue is asked for. Words that mean nothing here count as not said: the day's queue is always a good answer.

import { DAY_MS } from '#lib/core/day-civil.ts'
import type { CardId, DeckId } from '#lib/core/ids.ts'
import type { QueueAsk } from '#lib/core/queue-ask.ts'
import { parseTime } from '#lib/core/time.ts'
import { readUuid } from './uuid.ts'

/** A sitting that goes on over the start of a day began at most so long ago. */
const LONGEST_SITTING_MS = DAY_MS
const MOST_CARDS = 50
const LONGEST_TOPIC = 200

export function readQueueAsk(words: URLSearchParams): QueueAsk {
  const more = words.get('more')
  const deck = readUuid<DeckId>(words.get('deck'))
  const topic = words.get('topic')
  const cards = (words.get('cards') ?? '')
    .split(',', MOST_CARDS)
    .map((id) => readUuid<CardId>(id))
    .filter((id) => id !== null)
  return {
    more: more === 'new' || more === 'forgotten' ? more : null,
    deck,
    // A topic is one of a deck's.
    topic: deck !== null && topic !== null && topic.length > 0 && topic.length <= LONGEST_TOPIC ? topic : null,
    cards: cards.length > 0 ? cards : null,
  }
}

/** When a sitting began, as it says; null where it does not say or it is too long ago. */
export function readSince(words: URLSearchParams, now: number): number | null {
  const since = parseTime(words.get('since') ?? '')
  return since !== null && since > now - LONGEST_SITTING_MS ? since : null
}
