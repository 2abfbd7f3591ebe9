// What the account page shows: the name and the address, the ways in, the sessions, and how many recovery codes are left.

import type { UserId } from '#lib/core/ids.ts'
import { accountsOf, type AccountRow } from '#lib/db/accounts.ts'
import { loginOf } from '#lib/db/logins.ts'
import { countRecoveryCodes } from '#lib/db/recovery-codes.ts'
import { readSettings } from '#lib/db/settings.ts'
import { sessionsOf, type SessionRow } from '#lib/db/sessions.ts'

export type AccountView = {
  name: string | null
  email: string | null
  hasPassword: boolean
  linked: AccountRow[]
  codesLeft: number
  sessions: SessionRow[]
}

export async function getAccount(userId: UserId, now: number): Promise<AccountView> {
  const [settings, login, linked, codesLeft, sessions] = await Promise.all([
    readSettings(userId),
    loginOf(userId),
    accountsOf(userId),
    countRecoveryCodes(userId),
    sessionsOf(userId, now),
  ])
  const [name, email] = [settings?.settings.name ?? null, login?.email ?? null]
  return { name, email, hasPassword: typeof login?.passwordHash === 'string', linked, codesLeft, sessions }
}
