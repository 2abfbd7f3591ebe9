// The card that the first page shows: one of the deck that a newcomer begins with, as it will meet them.

import { renderMarkup } from '#lib/core/markup/render.ts'
import { currentBase } from '#lib/db/bases.ts'
import { database } from '#lib/db/client.ts'

/** A fact whose question a reader outside neurology can follow. */
const SHOWN = { base: 'pml', fact: '03' }

export type Showcase = {
  title: string
  cardCount: number
  factCount: number
  /** Safe HTML. */
  question: string
  answer: string
  fact: { id: string; topic: string; citation: string }
}

/** Null where the deck was not shipped, or has no such question any more: the page does without a card then. */
export async function getShowcase(): Promise<Showcase | null> {
  const shipped = await currentBase(database(), SHOWN.base)
  if (!shipped) return null
  const { title, notes, facts } = shipped.content
  const cards = notes.flatMap((note) => note.cards)
  const card = cards.find(({ kind, facts: ids }) => kind === 'question' && ids.length === 1 && ids[0] === SHOWN.fact)
  const fact = facts.find(({ id }) => id === SHOWN.fact)
  if (!card || !fact) return null
  return {
    title,
    cardCount: cards.length,
    factCount: facts.length,
    question: renderMarkup(card.fronts[0] ?? ''),
    answer: renderMarkup(card.back),
    fact: { id: fact.id, topic: fact.topic, citation: fact.citation },
  }
}
