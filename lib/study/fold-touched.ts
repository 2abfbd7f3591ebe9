// What new events make of the cards they touch. An event that stands on the card's head steps the cached state; anything else
// folds that card again from its whole history.

import type { CardState } from '#lib/core/card.ts'
import type { StudyEvent } from '#lib/core/event.ts'
import { foldCard, type FoldContext, stepCard } from '#lib/core/fold.ts'
import type { CardId, GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import type { Transaction } from '#lib/db/client.ts'
import { type CachedCard, type CardWrite, cardsOfGroups, historyOf } from '#lib/db/ingest.ts'
import { presetVersions, type PresetVersionRow } from '#lib/db/presets.ts'

/** Raised whenever the fold's rules change: a row of another version is folded again before it is stepped. */
const FOLD_VERSION = 1

type Versions = ReadonlyMap<PresetVersionId, PresetVersionRow>
type Ground = { cards: ReadonlyMap<CardId, CachedCard>; versions: Versions; voided: ReadonlySet<GroupId> }

/** The new state of every card that `fresh` touches; the events themselves are stored already. */
export async function foldTouched(tx: Transaction, userId: UserId, fresh: StudyEvent[], ground: Ground): Promise<CardWrite[]> {
  const own = new Map<CardId, StudyEvent[]>()
  for (const event of fresh) {
    if (event.kind !== 'void') own.set(event.cardId, [...(own.get(event.cardId) ?? []), event])
  }
  const targets = fresh.flatMap((event) => (event.kind === 'void' ? [event.target] : []))
  const voided = new Set(await cardsOfGroups(tx, userId, targets))
  const options = optionsOf(ground.versions)
  const writes: CardWrite[] = []
  const again: CachedCard[] = []
  for (const id of new Set([...own.keys(), ...voided])) {
    const card = ground.cards.get(id)
    if (!card) continue
    const events = own.get(id) ?? []
    const undone = voided.has(id) || events.some((event) => ground.voided.has(event.group))
    const stepped = undone ? null : steppedState(card, events, options)
    if (stepped) writes.push(written(card, stepped))
    else again.push(card)
  }
  return again.length === 0 ? writes : [...writes, ...(await foldAgain(tx, userId, again, ground.versions))]
}

const optionsOf = (versions: Versions): Map<PresetVersionId, Options> => new Map([...versions].map(([id, row]) => [id, row.options]))

const written = (card: CachedCard, state: CardState): CardWrite => ({
  id: card.id,
  state,
  parametersId: card.presetVersion,
  foldVersion: FOLD_VERSION,
})

/** The cached state moved on by events that each stand on its head, or null where the card must be folded again. */
function steppedState(card: CachedCard, events: StudyEvent[], options: FoldContext['presetVersions']): CardState | null {
  const context = contextOf(card, options)
  if (card.foldVersion !== FOLD_VERSION || !sameParameters(card, options)) return null
  let state: CardState | null = card.state
  for (const event of events) state = state && stepCard(state, event, context)
  return state
}

function sameParameters(card: CachedCard, options: FoldContext['presetVersions']): boolean {
  if (card.parametersId === null || card.parametersId === card.presetVersion) return true
  return options.get(card.parametersId)?.parameters.join() === options.get(card.presetVersion)?.parameters.join()
}

function contextOf(card: CachedCard, presetVersions: FoldContext['presetVersions']): FoldContext {
  const current = presetVersions.get(card.presetVersion)
  if (!current) throw new Error(`Card ${card.id} has a preset without its current version.`)
  return { place: card.place, presetVersions, parameters: current.parameters }
}

async function foldAgain(tx: Transaction, userId: UserId, cards: CachedCard[], known: Versions): Promise<CardWrite[]> {
  const history = await historyOf(
    tx,
    userId,
    cards.map((card) => card.id),
  )
  const missing = history.flatMap((event) => ('presetVersion' in event && !known.has(event.presetVersion) ? [event.presetVersion] : []))
  const options = optionsOf(new Map([...known, ...(await presetVersions(tx, userId, missing))]))
  return cards.map((card) => {
    const own = history.filter((event) => event.kind === 'void' || event.cardId === card.id)
    return written(card, foldCard(own, contextOf(card, options)))
  })
}
