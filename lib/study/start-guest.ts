// A newcomer becomes a learner with one press: an account without a name, and rows of their own for every deck that is shipped.

import { v7 as uuidv7 } from 'uuid'
import { isZone } from '#lib/core/day.ts'
import type { UserId } from '#lib/core/ids.ts'
import { bases } from '#decks/registry.ts'
import { inTransaction } from '#lib/db/client.ts'
import { insertGuest } from '#lib/db/learners.ts'
import { insertSession, type SessionId } from '#lib/db/sessions.ts'
import { adoptBase } from './adopt-base.ts'

/** `zone` comes from the browser and is not trusted: an unknown one counts as UTC. */
export async function startGuest(zone: string, now: number, sessionMs: number, device: string | null = null): Promise<SessionId> {
  const userId = uuidv7() as UserId
  const id = uuidv7()
  await inTransaction(async (tx) => {
    await insertGuest(tx, userId, isZone(zone) ? zone : 'UTC', now)
    for (const base of bases) await adoptBase(tx, userId, base, now)
    await insertSession(tx, { id, userId, expiresAt: now + sessionMs, device }, now)
  })
  return id
}
