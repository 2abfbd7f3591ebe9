// How each deck's cards are remembered, as far as numbers about many cards need it.

import type { PresetVersionId } from '#lib/core/ids.ts'
import { curve } from '#lib/core/memory.ts'
import type { DeckAim } from '#lib/db/knowledge-rows.ts'
import type { PresetVersionRow } from '#lib/db/presets.ts'
import type { DeckRow } from '#lib/db/queue-rows.ts'

export function deckAims(decks: readonly DeckRow[], versions: ReadonlyMap<PresetVersionId, PresetVersionRow>): DeckAim[] {
  return decks.flatMap((deck) => {
    const options = versions.get(deck.presetVersion)?.options
    return options ? [{ id: deck.id, desiredRetention: options.desiredRetention, ...curve(options.parameters) }] : []
  })
}
