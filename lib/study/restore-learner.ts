// Makes a learner out of an export: the rows as they were, the events under the ids they had, and every card folded again from
// them, for what a file says of a schedule is not taken on trust.

import { v7 as uuidv7 } from 'uuid'
import { bases } from '#decks/registry.ts'
import { EXPORTED_ROWS, type ExportDocument } from '#lib/core/export.ts'
import type { CardId, UserId } from '#lib/core/ids.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { cardIdsOf, clearLearner, insertRows, isEmptyLearner, UnknownColumn } from '#lib/db/export-rows.ts'
import { cachedCards, lockCursor, writeBatch } from '#lib/db/ingest.ts'
import { insertAccountOf } from '#lib/db/learners.ts'
import { isEmailTaken } from '#lib/db/logins.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { isRefusedValue } from '#lib/db/refused.ts'
import { setSettings } from '#lib/db/settings.ts'
import { adoptBase } from './adopt-base.ts'
import { recount } from './count-days.ts'
import { foldAgain } from './fold-touched.ts'
import { UnknownLearner } from './record-events.ts'

/** Why an export cannot be restored; nothing was. */
export type RestoreRefusal = 'not-empty' | 'taken' | 'newer' | 'inconsistent'
export type Restored = { ok: true; userId: UserId; cards: number; events: number } | { ok: false; refusal: RestoreRefusal; detail: string }

/** A learner who has done nothing yet, or the address of a new account. */
export type RestoreInto = { learner: UserId } | { email: string }

const PAGE = 500
const PATIENCE_MS = 600_000

/** All or nothing. Throws UnknownLearner where the learner is gone. */
export async function restoreLearner(document: ExportDocument, now: number, into: RestoreInto): Promise<Restored> {
  try {
    return await inTransaction((tx) => restore(tx, document, now, into), PATIENCE_MS)
  } catch (error) {
    if (error instanceof NotEmpty) return { ok: false, refusal: 'not-empty', detail: '' }
    if (isEmailTaken(error)) return { ok: false, refusal: 'taken', detail: '' }
    if (error instanceof UnknownColumn) return { ok: false, refusal: 'newer', detail: error.message }
    if (isRefusedValue(error)) return { ok: false, refusal: 'inconsistent', detail: error.message }
    throw error
  }
}

class NotEmpty extends Error {}

async function restore(tx: Transaction, { settings, events, rows }: ExportDocument, now: number, into: RestoreInto): Promise<Restored> {
  const userId = 'learner' in into ? into.learner : (uuidv7() as UserId)
  if ('email' in into) await insertAccountOf(tx, into.email, userId, settings.zone, now)
  if ((await lockCursor(tx, userId)) === null) throw new UnknownLearner()
  if (!(await isEmptyLearner(tx, userId))) throw new NotEmpty()
  await clearLearner(tx, userId)
  await setSettings(tx, userId, settings)
  for (const part of EXPORTED_ROWS) if (rows[part].length > 0) await insertRows(tx, userId, part, rows[part])
  // Numbered anew, in the order they had: a file may have been cut out of a longer log.
  const numbered = events.toSorted((a, b) => a.cursor - b.cursor).map((event, index) => ({ ...event, cursor: index + 1 }))
  for (let from = 0; from < numbered.length; from += PAGE) {
    const page = numbered.slice(from, from + PAGE)
    await writeBatch(tx, userId, from + page.length, page, [])
  }
  // Decks as shipped stand at this version's text from here on; what was withdrawn or added since is the same as for anyone.
  const adopted = new Set(rows.decks.map((deck) => deck['baseId']))
  for (const base of bases) if (adopted.has(base)) await adoptBase(tx, userId, base, now)
  await recount(tx, userId)
  return { ok: true, userId, cards: await foldAll(tx, userId, numbered.length), events: numbered.length }
}

async function foldAll(tx: Transaction, userId: UserId, cursor: number): Promise<number> {
  const ids = (await cardIdsOf(tx, userId)) as CardId[]
  for (let from = 0; from < ids.length; from += PAGE) {
    const cards = [...(await cachedCards(tx, userId, ids.slice(from, from + PAGE))).values()]
    const versions = await presetVersions(
      tx,
      userId,
      cards.map((card) => card.presetVersion),
    )
    await writeBatch(tx, userId, cursor, [], await foldAgain(tx, userId, cards, [], versions))
  }
  return ids.length
}
