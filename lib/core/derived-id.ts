// Ids of what a fact base gives, the same for every learner: a UUID of version 8 (RFC 9562, section 5.8) made from the
// names of the source, so that a corrected wording keeps the note, the card and all that was learned on them.

import { sha256 } from '@noble/hashes/sha2.js'
import type { CardId, DeckId, NoteId, PresetId, PresetVersionId } from './ids.ts'

export function deckIdOf(baseId: string): DeckId {
  return uuidOf(['deck', baseId]) as DeckId
}

export function presetIdOf(baseId: string): PresetId {
  return uuidOf(['preset', baseId]) as PresetId
}

/** The version of the preset that the base ships; a learner's own versions have ids made by the app. */
export function presetVersionIdOf(baseId: string): PresetVersionId {
  return uuidOf(['preset-version', baseId]) as PresetVersionId
}

/** `form` names what is asked of the facts ("cause", "mechanism"). The order of the facts does not matter. */
export function noteIdOf(baseId: string, factIds: readonly string[], form: string): NoteId {
  return uuidOf(['note', baseId, form, ...factIds.toSorted()]) as NoteId
}

/** `key` is the card's name within its note ("front", "item:gait"), never its position. */
export function cardIdOf(noteId: NoteId, key: string): CardId {
  return uuidOf(['card', noteId, key]) as CardId
}

/** The first 128 bits of SHA-256, with the version and variant bits of UUIDv8 set. */
function uuidOf(parts: readonly string[]): string {
  const bytes = sha256(lengthPrefixed(parts)).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Each part behind its length in bytes, so that ["ab", "c"] and ["a", "bc"] differ. */
function lengthPrefixed(parts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder()
  return encoder.encode(parts.map((part) => `${encoder.encode(part).length}:${part}`).join(''))
}
