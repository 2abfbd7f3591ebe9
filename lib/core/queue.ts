// What comes next: the cards of a day, within limits, in order, one card of a note a day. Its result is not stored.

import type { StudyCard } from './card.ts'
import type { StudyDay } from './day.ts'
import type { CardId, NoteId, PresetVersionId } from './ids.ts'
import type { Options } from './options.ts'
import type { DoneToday, Full, Kind, Limits, QueueDeck } from './queue/limits.ts'
import { isFull, limitsOf, take } from './queue/limits.ts'
import { byDeckAndPosition, byDueAt, byDueDay, firstOf, mixed } from './queue/order.ts'

/** A learning card that is due so soon is shown when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000

/** Waits for an instant that has come, or will within 20 minutes. */
export function isSoon(card: StudyCard, nowMs: number): boolean {
  return dueAtBefore(card, nowMs + LEARN_AHEAD_MS)
}

export type QueueInput = DoneToday & {
  /** The cards of the chosen decks; the order is of no account. */
  cards: readonly StudyCard[]
  /** The chosen decks, in the order in which they are shown. */
  decks: readonly QueueDeck[]
  /** Options of every preset version that cards and decks name. */
  options: ReadonlyMap<PresetVersionId, Options>
  today: StudyDay
  nowMs: number
  /** When the next study day begins. */
  endOfDayMs: number
  /** Notes of which a card was answered today, in whatever deck. */
  answeredNotesToday: ReadonlySet<NoteId>
  /** New cards whose time has not come: waitingCards says which. */
  waiting: ReadonlySet<CardId>
  /** New cards that a browser was given already. They count towards its limit first, whatever may come now. */
  held: ReadonlySet<CardId>
}

export type Queue = {
  /** Due within the day at an instant, by that instant: never limited. */
  learning: StudyCard[]
  /** All others of the day, as they are to be shown. */
  main: StudyCard[]
  /** What is to be done, as the learner is told: of `learning` only what is due within 20 minutes. */
  counts: { new: number; learning: number; review: number }
  full: Full
}

/** Gathers learning cards, then interday learning, then reviews, then new cards, and puts them in order. */
export function gather(input: QueueInput): Queue {
  const { today, endOfDayMs, nowMs, decks } = input
  const limits = limitsOf(decks, input.options, input)
  const cards = input.cards.filter((card) => limits.has(card.deckId) && isOpen(card, today))
  const siblings = new Siblings(input)

  const learning = cards.filter((card) => dueAtBefore(card, endOfDayMs)).sort(byDueAt)
  for (const card of learning) siblings.note(card)
  const pick = (kind: Kind, candidates: StudyCard[]) => picked(candidates, kind, limits, siblings)
  const due = cards.filter(({ state }) => 'dueDay' in state.due && state.due.dueDay <= today).sort(byDueDay(today))
  const interday = pick('reviews', due.filter(isLearning))
  const reviews = pick(
    'reviews',
    due.filter((card) => !isLearning(card)),
  )
  const unseen = cards
    .filter(({ id, state }) => state.phase === 'new' && !input.waiting.has(id))
    .sort(firstOf(input.held, byDeckAndPosition(new Map(decks.map(({ id }, rank) => [id, rank])))))
  const fresh = pick('new', unseen)

  const fullFor = (kind: Kind) => decks.map(({ id }) => id).filter((id) => isFull(limits, id, kind))
  const mix = rootOptions(input)
  const main = mixed(mixed(reviews, interday, mix?.interdayLearningMix ?? 'mixed'), fresh, mix?.newMix ?? 'mixed')
  const soon = learning.filter((card) => isSoon(card, nowMs)).length
  const full = { reviews: fullFor('reviews'), new: fullFor('new') }
  return { learning, main, full, counts: { new: fresh.length, learning: soon + interday.length, review: reviews.length } }
}

function picked(candidates: readonly StudyCard[], kind: Kind, limits: Limits, siblings: Siblings): StudyCard[] {
  return candidates.filter((card) => {
    if (siblings.hide(card) || !take(limits, card.deckId, kind)) return false
    siblings.note(card)
    return true
  })
}

/** Which notes have had their card of the day. */
class Siblings {
  readonly #gathered = new Set<NoteId>()
  readonly #answered: ReadonlySet<NoteId>
  readonly #options: ReadonlyMap<PresetVersionId, Options>
  readonly #today: StudyDay

  constructor({ answeredNotesToday, options, today }: QueueInput) {
    this.#answered = answeredNotesToday
    this.#options = options
    this.#today = today
  }

  note(card: StudyCard): void {
    this.#gathered.add(card.noteId)
  }

  /** A card that was itself answered today is no sibling of its note's answer. */
  hide(card: StudyCard): boolean {
    if (!buriesKind(card, this.#options.get(card.presetVersion))) return false
    if (this.#gathered.has(card.noteId)) return true
    return this.#answered.has(card.noteId) && card.state.lastDay !== this.#today
  }
}

/** Whether the preset hides such a card while a sibling has the day. */
export function buriesKind({ state }: StudyCard, options: Options | undefined): boolean {
  if (!options) return false
  switch (state.phase) {
    case 'new':
      return options.buryNewSiblings
    case 'review':
      return options.buryReviewSiblings
    case 'learning':
    case 'relearning':
      return 'dueDay' in state.due && options.buryInterdayLearningSiblings
    default:
      return state.phase satisfies never
  }
}

/** Neither suspended nor buried. */
export function isOpen({ state }: StudyCard, today: StudyDay): boolean {
  return !state.suspended && (state.buriedUntilDay === null || state.buriedUntilDay <= today)
}

function isLearning({ state }: StudyCard): boolean {
  return state.phase === 'learning' || state.phase === 'relearning'
}

function dueAtBefore({ state }: StudyCard, ms: number): boolean {
  return 'dueAt' in state.due && state.due.dueAt <= ms
}

/** The first chosen deck decides how kinds are mixed: each deck of a tree may have options of its own. */
function rootOptions({ decks, options }: QueueInput): Options | undefined {
  const root = decks[0]
  return root && options.get(root.presetVersion)
}
