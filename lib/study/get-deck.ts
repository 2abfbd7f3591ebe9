// A deck's page: what it is, what waits in it, how its cards and facts stand, and the options it is studied with.

import type { CardState } from '#lib/core/card.ts'
import { formatStudyDay, type StudyDay } from '#lib/core/day.ts'
import type { CardId, DeckId, PresetVersionId } from '#lib/core/ids.ts'
import { plainText } from '#lib/core/markup/plain.ts'
import { cardFront } from '#lib/core/note/front.ts'
import type { NoteKind } from '#lib/core/note/note.ts'
import type { Options } from '#lib/core/options.ts'
import { recallToday, type Standing, standingOf, weakest } from '#lib/core/statistics/standing.ts'
import { cardsOfDeck, type DeckCard } from '#lib/db/knowledge-rows.ts'
import { contentRows } from '#lib/db/queue-rows.ts'
import { deckBase } from './card-content.ts'
import { countsOfDecks, withChildren } from './counts-of-deck.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'

/** How a card or a fact stands: its predicted recall today, null on the day of its last answer, and when it comes next. */
export type StandingView = {
  standing: Standing
  recall: number | null
  /** YYYY-MM-DD; null: nothing is planned. */
  next: string | null
  /** It waits today. */
  due: boolean
}

/** Texts are plain: a list of many needs no markup. */
export type FactView = StandingView & { id: string; topic: string; statement: string; cardId: CardId | null }
export type CardLine = StandingView & { id: CardId; front: string; topic: string | null }

export type DeckView = {
  id: DeckId
  name: string
  today: string
  parents: { id: DeckId; name: string }[]
  cards: number
  counts: { new: number; learning: number; review: number }
  shares: { known: number; fading: number; unseen: number }
  options: DeckOptions
  /** Null: a deck of the learner's own. */
  base: { facts: FactView[]; citation: string; year: number } | null
  /** The first cards of a deck that has no facts; empty for one that has. */
  lines: CardLine[]
}

/** What is chosen on the page, and the version that it was read from: saving against another one is refused. */
export type DeckOptions = Pick<Options, 'newPerDay' | 'reviewsPerDay' | 'desiredRetention'> & { presetVersion: PresetVersionId }

/** No deck is larger than this and still drawn card by card. */
const MOST_CARDS = 5_000
const MOST_LINES = 100

/** Null: the learner has no such deck. */
export async function getDeck(learner: Learner, now: number, id: DeckId): Promise<DeckView | null> {
  const day = await gatherDay(learner, now)
  const deck = day.decks.find((row) => row.id === id)
  const options = deck && day.versions.get(deck.presetVersion)?.options
  if (!deck || !options) return null
  const { today } = day
  const [cards, base] = await Promise.all([cardsOfDeck(learner.id, id, MOST_CARDS), deckBase(deck)])
  const standing = (card: DeckCard) => standingOf(card.state, today, options)
  const of = (wanted: Standing) => cards.filter((card) => standing(card) === wanted).length
  const facts = (base?.facts ?? []).map((fact): FactView => {
    const card = weakest(
      cards.filter((one) => one.factIds.includes(fact.id)),
      today,
      options.parameters,
    )
    const view = card ? viewOf(card.state, today, options) : { standing: 'unseen' as const, recall: null, next: null, due: false }
    return { ...view, id: fact.id, topic: fact.topic, statement: plainText(fact.statement), cardId: card?.id ?? null }
  })
  return {
    id,
    name: deck.name,
    today: formatStudyDay(today),
    parents: parentsOf(day.decks, deck.parentId),
    cards: cards.length,
    counts: countsOfDecks(withChildren(day.decks, id), day),
    shares: { known: of('known'), fading: of('fading'), unseen: of('unseen') },
    options: {
      newPerDay: deck.newPerDay ?? options.newPerDay,
      reviewsPerDay: deck.reviewsPerDay ?? options.reviewsPerDay,
      desiredRetention: options.desiredRetention,
      presetVersion: deck.presetVersion,
    },
    base: base && { facts, citation: base.citation, year: Math.max(...base.facts.map((fact) => fact.year)) },
    lines: base ? [] : await linesOf(learner, cards.slice(0, MOST_LINES), today, options),
  }
}

export function viewOf(state: CardState, today: StudyDay, options: Options): StandingView {
  const next = 'dueDay' in state.due ? state.due.dueDay : 'dueAt' in state.due ? today : null
  const waits = next !== null && !state.suspended
  return {
    standing: standingOf(state, today, options),
    recall: state.lastDay === today ? null : recallToday(state, today, options.parameters),
    next: waits ? formatStudyDay(next) : null,
    due: waits && next <= today,
  }
}

/** Cards with what they ask, as plain text, in the order given. */
export async function linesOf(
  learner: Learner,
  cards: readonly { id: CardId; topic: string | null; state: CardState }[],
  today: StudyDay,
  options: Options,
): Promise<CardLine[]> {
  const ids = cards.map((card) => card.id)
  const asked = new Map(
    (await contentRows(learner.id, ids)).map((row) => [row.cardId, cardFront({ ...row, noteKind: row.noteKind as NoteKind | null })]),
  )
  return cards.map((card) => ({ ...viewOf(card.state, today, options), id: card.id, front: asked.get(card.id) ?? '', topic: card.topic }))
}

type Named = { id: DeckId; name: string; parentId: DeckId | null }

/** From the root down. */
function parentsOf(decks: readonly Named[], parentId: DeckId | null): { id: DeckId; name: string }[] {
  const parent = decks.find((deck) => deck.id === parentId)
  return parent ? [...parentsOf(decks, parent.parentId), { id: parent.id, name: parent.name }] : []
}
