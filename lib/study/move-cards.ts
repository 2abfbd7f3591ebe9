// A learner moves notes to a deck, with all their cards: cards of one note stand in one deck. What a fact base made stays in its own.

import { v7 as uuidv7 } from 'uuid'
import type { DeckId, NoteId } from '#lib/core/ids.ts'
import type { Chosen } from '#lib/core/search/found.ts'
import { decksOfNotes, moveNotes } from '#lib/db/bulk-rows.ts'
import { insertChange } from '#lib/db/changes.ts'
import { ownDeck } from '#lib/db/own-decks.ts'
import { type Bulk, nothingDone, notesOf, onChosen } from './choose-cards.ts'
import type { Learner } from './learner.ts'

/** Where notes were moved to, and from where. */
export type MovedFrom = { to: DeckId; from: { deckId: DeckId; notes: NoteId[] }[] }

export function moveCards(learner: Learner, now: number, chosen: Chosen, deckId: DeckId): Promise<Bulk> {
  return onChosen(learner, now, chosen, async (tx, cards) => {
    if (!(await ownDeck(tx, learner.id, deckId))) return { ok: false, code: 'not-found' }
    const own = cards.filter((card) => card.own)
    const elsewhere = (await decksOfNotes(tx, learner.id, notesOf(own))).filter((stands) => stands.deckId !== deckId)
    const moving = new Set(elsewhere.flatMap(({ notes }) => notes))
    const moved = own.filter((card) => moving.has(card.noteId)).length
    const passed = cards.length - moved
    if (moving.size === 0) return nothingDone(passed)
    await moveNotes(tx, learner.id, [...moving], deckId, now)
    const change = uuidv7()
    await insertChange(tx, learner.id, {
      id: change,
      kind: 'move-notes',
      subject: change,
      before: { to: deckId, from: elsewhere } satisfies MovedFrom,
      at: now,
    })
    return { ok: true, done: { change, cards: moved, notes: moving.size, passed } }
  })
}
