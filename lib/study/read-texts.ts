// Reads what was written since Find was last asked, so that no edit has to: text without Markdown is dear to make.

import type { UserId } from '#lib/core/ids.ts'
import { noteTextOf } from '#lib/core/search/note-text.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { analyzeCards, countUnread, unreadNotes, writeNoteTexts } from '#lib/db/note-texts.ts'

/** So many at a time, that an answer which comes meanwhile waits for a moment only. */
const AT_ONCE = 500

export async function readTexts(userId: UserId): Promise<void> {
  const unread = await countUnread(userId, AT_ONCE)
  if (unread === 0) return
  const many = unread === AT_ONCE
  if (many) await analyzeCards()
  for (let read = AT_ONCE; read === AT_ONCE;) {
    read = await inTransaction(async (tx) => {
      // Nobody edits a note between its being read here and its text being kept.
      await lockCursor(tx, userId)
      return readSome(tx, userId)
    })
  }
  if (many) await analyzeCards()
}

/** All that is unread, within a transaction that holds the learner's lock. */
export async function readRest(tx: Transaction, userId: UserId): Promise<void> {
  while ((await readSome(tx, userId)) === AT_ONCE);
}

async function readSome(tx: Transaction, userId: UserId): Promise<number> {
  const notes = await unreadNotes(tx, userId, AT_ONCE)
  if (notes.length > 0) {
    await writeNoteTexts(
      tx,
      userId,
      notes.map(({ id, kind, fields, cards }) => ({ id, ...noteTextOf(kind, fields, cards) })),
    )
  }
  return notes.length
}
