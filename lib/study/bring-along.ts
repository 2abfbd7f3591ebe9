// A guest signs in to an account that stands, and brings their answers along: the same events, as events of the account. Every
// step can be repeated, so what was broken off half-way is finished by trying again.

import type { UserId } from '#lib/core/ids.ts'
import { BATCH_LIMIT } from '#lib/core/wire.ts'
import { database, inTransaction } from '#lib/db/client.ts'
import { copyMissingRows, deleteGuestAt, eventsAfter } from '#lib/db/moving.ts'
import { adoptEvents } from './record-events.ts'

/** The account has all of the guest's events afterwards, each card folded from both, and the guest is gone. */
export async function bringAlong(guest: UserId, account: UserId): Promise<void> {
  let cursor = 0
  do {
    // Repeated with the events: a tab that is still open may have answered a card that was made meanwhile.
    await inTransaction((tx) => copyMissingRows(tx, guest, account))
    cursor = await adoptAll(guest, account, cursor)
  } while (!(await leaves(guest, cursor)))
}

async function adoptAll(guest: UserId, account: UserId, from: number): Promise<number> {
  let cursor = from
  for (;;) {
    const events = await eventsAfter(database(), guest, cursor, BATCH_LIMIT)
    const last = events.at(-1)
    if (!last) return cursor
    const refused = [...(await adoptEvents(account, events))].filter(([, status]) => status !== 'saved')
    if (refused.length > 0) throw new Error(`${refused.length} events of a guest do not fit the account: ${refused[0]?.join(', ')}.`)
    cursor = last.cursor
  }
}

/** False where the guest answered once more since: there is more to bring. A guest who is gone has left already. */
async function leaves(guest: UserId, cursor: number): Promise<boolean> {
  if (await inTransaction((tx) => deleteGuestAt(tx, guest, cursor))) return true
  return (await eventsAfter(database(), guest, cursor, 1)).length === 0
}
