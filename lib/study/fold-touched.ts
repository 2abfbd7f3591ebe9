// What new events make of the cards they touch. An event that stands on the card's head steps the cached state; anything else
// folds that card again from its whole history.

import type { CardState } from '#lib/core/card.ts'
import type { StudyEvent } from '#lib/core/event.ts'
import { foldCard, type FoldContext, stepCard } from '#lib/core/fold.ts'
import type { CardId, GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import type { Transaction } from '#lib/db/client.ts'
import { type CachedCard, type CardWrite, historyOf } from '#lib/db/ingest.ts'
import { presetVersions, type PresetVersionRow } from '#lib/db/presets.ts'

/** Raised whenever the fold's rules change: a row of another version is folded again before it is stepped. */
const FOLD_VERSION = 1

type Versions = ReadonlyMap<PresetVersionId, PresetVersionRow>
type Ground = {
  cards: ReadonlyMap<CardId, CachedCard>
  versions: Versions
  /** Groups that a stored void names. */
  voided: ReadonlySet<GroupId>
  /** Cards of stored events that a void of the batch bears on. */
  undone: readonly CardId[]
}

/** The new state of every card that `fresh` touches, before any of it is stored. */
export async function foldTouched(tx: Transaction, userId: UserId, fresh: StudyEvent[], ground: Ground): Promise<CardWrite[]> {
  const own = new Map<CardId, StudyEvent[]>()
  for (const event of fresh) {
    if (event.kind !== 'void') own.set(event.cardId, [...(own.get(event.cardId) ?? []), event])
  }
  const voided = new Set([...ground.voided, ...fresh.flatMap((event) => (event.kind === 'void' ? [event.target] : []))])
  const undone = new Set(ground.undone)
  const options = optionsOf(ground.versions)
  const writes: CardWrite[] = []
  const again: CachedCard[] = []
  for (const id of new Set([...own.keys(), ...undone])) {
    const card = ground.cards.get(id)
    if (!card) continue
    const events = own.get(id) ?? []
    const whole = undone.has(id) || events.some((event) => voided.has(event.group))
    const stepped = whole ? null : steppedState(card, events, options)
    if (stepped) writes.push(written(card, stepped))
    else again.push(card)
  }
  return again.length === 0 ? writes : [...writes, ...(await foldAgain(tx, userId, again, fresh, ground.versions))]
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

/** The state of each card from its whole history: the stored one, and `fresh` events that are not stored yet. `versions` must hold the cards' own preset versions. */
export async function foldAgain(
  tx: Transaction,
  userId: UserId,
  cards: CachedCard[],
  fresh: StudyEvent[],
  versions: Versions,
): Promise<CardWrite[]> {
  const ids = cards.map((card) => card.id)
  const groups = fresh.map((event) => event.group)
  const stored = await historyOf(tx, userId, ids, groups)
  const history = [...stored, ...fresh]
  const missing = history.flatMap((event) => ('presetVersion' in event && !versions.has(event.presetVersion) ? [event.presetVersion] : []))
  const options = optionsOf(new Map([...versions, ...(await presetVersions(tx, userId, missing))]))
  return cards.map((card) => {
    const own = history.filter((event) => event.kind === 'void' || event.cardId === card.id)
    return written(card, foldCard(own, contextOf(card, options)))
  })
}
