// Guessing is slow: so many tries an hour for each network and for each address that is tried, whoever tries it.

import { environment } from '#lib/env.ts'
import { type Throttle, throttle } from './rate.ts'

/** Tries an hour on one account, from anywhere. Whoever is signed in stays so. */
export const TRIES_PER_ACCOUNT = 10

type Tries = { network: Throttle; account: Throttle }

// The server's bundles may each hold a copy of this module; the process counts once all the same.
const shared = globalThis as typeof globalThis & { myelinTries?: Tries }

const tries = (): Tries =>
  (shared.myelinTries ??= { network: throttle(environment().signInsPerHour), account: throttle(TRIES_PER_ACCOUNT) })

/** Counts a try and says whether it may be made. A network that is over its own limit takes nothing from the account's. */
export function mayTry(network: string, account: string, now: number): boolean {
  return tries().network.allow(network, now) && tries().account.allow(account, now)
}

/** The account's own learner was here: what was tried before counts no longer. */
export function forgetTries(account: string): void {
  tries().account.forget(account)
}
