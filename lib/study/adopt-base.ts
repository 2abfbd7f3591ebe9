// Makes a learner's rows stand at the current version of a fact base. For now that happens at first use alone; the rules for
// later versions stand and are proved: schedules are never touched, an edited field keeps the edit, and a card that the base
// no longer makes keeps its text.

import { createHash } from 'node:crypto'
import { cardIdOf, deckIdOf, presetIdOf, presetVersionIdOf } from '#lib/core/derived-id.ts'
import type { GeneratedBase, GeneratedNote } from '#lib/core/generate/generated.ts'
import type { NoteId, UserId } from '#lib/core/ids.ts'
import { backField, frontField, keyOfField, whyField } from '#lib/core/note/generated-fields.ts'
import { DEFAULT_OPTIONS } from '#lib/core/options.ts'
import { currentBase } from '#lib/db/bases.ts'
import { type BaseCard, type BaseNote, noteSources, type NoteSource, putBaseCards, putBaseDeck, putBaseNotes } from '#lib/db/deck-rows.ts'
import type { Transaction } from '#lib/db/client.ts'

/** A generated deck starts slowly: its cards are about one subject, and each is new. */
const NEW_PER_DAY = 10

/** Throws where no such base was seeded: that is a fault of ours, not of the learner's. */
export async function adoptBase(tx: Transaction, userId: UserId, baseId: string, now: number): Promise<void> {
  const shipped = await currentBase(tx, baseId)
  if (!shipped) throw new Error(`The fact base ${baseId} was not seeded.`)
  const { content, number } = shipped
  const deck = {
    id: deckIdOf(baseId),
    presetId: presetIdOf(baseId),
    presetVersionId: presetVersionIdOf(baseId),
    name: content.title,
    newPerDay: NEW_PER_DAY,
    baseId,
    baseNumber: number,
  }
  await putBaseDeck(tx, userId, deck, DEFAULT_OPTIONS, now)
  const present = await noteSources(
    tx,
    userId,
    content.notes.map((note) => note.guid),
  )
  await putBaseNotes(
    tx,
    userId,
    content.notes.map((note) => noteRow(note, content, present.get(note.guid))),
    now,
  )
  await putBaseCards(tx, userId, cardRows(content), now)
}

type Present = { fields: Record<string, string>; source: NoteSource }

function noteRow(note: GeneratedNote, { id: base }: GeneratedBase, present: Present | undefined): BaseNote {
  const generated = generatedFields(note)
  const gone = new Set(present === undefined ? [] : superseded(note, present, generated))
  const edited = Object.entries(present?.fields ?? {}).filter(([name, text]) => hashOf(text) !== present?.source.hashes[name])
  const kept = Object.fromEntries(Object.entries(present?.fields ?? {}).filter(([name]) => !gone.has(name)))
  const hashes = Object.fromEntries(Object.entries(generated).map(([name, text]) => [name, hashOf(text)]))
  return {
    id: note.guid,
    topic: note.topic,
    fields: { ...kept, ...generated, ...Object.fromEntries(edited) },
    source: { base, facts: note.facts, form: note.form, hashes },
  }
}

/** "KEY.front" and "KEY.back"; further wordings, and what explains the answer, where there are any. */
function generatedFields(note: GeneratedNote): Record<string, string> {
  return Object.fromEntries(
    note.cards.flatMap(({ key, fronts, back, why }) => [
      ...fronts.map((front, index) => [frontField(key, index), front]),
      [backField(key), back],
      ...(why === null ? [] : [[whyField(key), why.text]]),
    ]),
  )
}

/** Texts of the version before that cards which are still made do without now. What the learner wrote is none of them. */
function superseded(note: GeneratedNote, present: Present, generated: Record<string, string>): string[] {
  const keys = new Set(note.cards.map((card) => card.key))
  return Object.entries(present.fields).flatMap(([name, text]) => {
    return name in generated || !keys.has(keyOfField(name)) || hashOf(text) !== present.source.hashes[name] ? [] : [name]
  })
}

function cardRows({ id, notes }: GeneratedBase): BaseCard[] {
  const deckId = deckIdOf(id)
  return notes
    .flatMap((note) => note.cards.map((card) => ({ note, card })))
    .map(({ note, card }, place) => ({
      id: cardIdOf(note.guid as NoteId, card.key),
      noteId: note.guid,
      deckId,
      key: card.key,
      kind: card.kind,
      factIds: card.facts,
      place,
    }))
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
