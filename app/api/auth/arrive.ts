// Somebody is back from a provider, which says who they are: they are signed in, linked, or told why not.

import { type Intent, takeIntent } from '#lib/auth/intent.ts'
import { openSession, signInAs } from '#lib/auth/open-session.ts'
import { type CurrentSession, currentSession } from '#lib/auth/require-user.ts'
import { readLinkPermit, SESSION_MS } from '#lib/auth/token.ts'
import { now } from '#lib/clock.ts'
import type { Identity } from '#lib/core/provider.ts'
import { findLinked } from '#lib/study/find-linked.ts'
import { linkAccount } from '#lib/study/link-account.ts'
import { startGuest } from '#lib/study/start-guest.ts'
import { guestWithAnswers, settleGuest } from '../../(public)/guest-answers.ts'
import { requestOrigin } from '../../request-origin.ts'

/** The path to go on to. An address that a provider names is never compared with anybody's. */
export async function arrive(identity: Identity): Promise<string> {
  const [intent, session] = [await takeIntent(), await currentSession()]
  return intent.act === 'link' ? link(identity, intent.permit, session) : enter(identity, intent, session)
}

async function link(identity: Identity, permit: string, session: CurrentSession | null): Promise<string> {
  if (!session || session.user.guest) return '/sign-in'
  // A cookie alone says nothing: another who was signed in here, or another site of this domain, may have left it.
  if ((await readLinkPermit(permit)) !== session.sessionId) return '/account'
  const outcome = await linkAccount(session.user.id, identity, now())
  return outcome === 'linked' ? '/account' : `/account?taken=${identity.provider}`
}

async function enter(identity: Identity, { choice, zone }: Intent & { act: 'enter' }, session: CurrentSession | null): Promise<string> {
  const owner = await findLinked(identity)
  const { device } = await requestOrigin()
  if (owner) {
    const guest = await guestWithAnswers()
    if (guest && choice === null) return '/sign-in?undecided'
    await settleGuest(guest, choice, owner)
    await signInAs(owner, device)
    return '/today'
  }
  // Whoever has an account links from within it: a second, empty one is not what they want.
  if (session && !session.user.guest) return '/account'
  if (!session || choice === 'leave') await openSession(await startGuest(zone, now(), SESSION_MS, device))
  return claimBy(identity, device)
}

/** The guest of this browser, new or old, becomes an account that the identity signs in. */
async function claimBy(identity: Identity, device: string | null): Promise<string> {
  const session = await currentSession()
  if (!session) return '/sign-in'
  if ((await linkAccount(session.user.id, identity, now())) === 'taken') return '/sign-in'
  await signInAs(session.user.id, device)
  return '/today'
}
