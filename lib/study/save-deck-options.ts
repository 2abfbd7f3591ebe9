// Saves the options of a deck as a new version of its preset. It moves no card: due dates stay until a card is answered.

import { v7 as uuidv7 } from 'uuid'
import type { DeckId, PresetId, PresetVersionId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockDeckPreset, presetVersions, putDeckVersion } from '#lib/db/presets.ts'
import type { DeckOptions } from './get-deck.ts'
import type { Learner } from './learner.ts'

export type SavedOptions = { ok: true; presetVersion: PresetVersionId } | { ok: false; code: 'not-found' | 'stale' }

/** `chosen.presetVersion` is the version that the choice was made on: where another one is in force by now, nothing is saved. */
export function saveDeckOptions(learner: Learner, now: number, deckId: DeckId, chosen: DeckOptions): Promise<SavedOptions> {
  return inTransaction(async (tx): Promise<SavedOptions> => {
    const preset = await lockDeckPreset(tx, learner.id, deckId)
    if (!preset) return { ok: false, code: 'not-found' }
    const { presetVersion, ...choice } = chosen
    if (preset.currentVersionId !== presetVersion) return { ok: false, code: 'stale' }
    const current = (await presetVersions(tx, learner.id, [presetVersion])).get(presetVersion)
    if (!current) throw new Error(`The preset version ${presetVersion} in force is gone.`)
    const versionId = uuidv7() as PresetVersionId
    // Other decks go on as they are: a deck that wants options of its own gets a preset of its own.
    const presetId = preset.shared ? (uuidv7() as PresetId) : preset.presetId
    const options = { ...current.options, ...choice }
    await putDeckVersion(tx, learner.id, { deckId, presetId, name: preset.name, versionId, options, now })
    return { ok: true, presetVersion: versionId }
  })
}
