// What becomes of a guest's answers when their browser signs in to an account: asked, and done as was said.

import { currentSession } from '#lib/auth/require-user.ts'
import type { UserId } from '#lib/core/ids.ts'
import { bringAlong } from '#lib/study/bring-along.ts'
import { getHarvest, type Harvest } from '#lib/study/get-harvest.ts'

export type Choice = 'bring' | 'leave' | null

export type Guest = { id: UserId; harvest: Harvest }

/** This browser's guest, where there is one with something to lose. */
export async function guestWithAnswers(): Promise<Guest | null> {
  const session = await currentSession()
  if (!session?.user.guest) return null
  const harvest = await getHarvest(session.user.id)
  return harvest.answers + harvest.ownCards > 0 ? { id: session.user.id, harvest } : null
}

export function choiceOf(text: string): Choice {
  return text === 'bring' || text === 'leave' ? text : null
}

/** Left behind, they go with their guest, whom no session reaches any more. */
export async function settleGuest(guest: Guest | null, choice: Choice, account: UserId): Promise<void> {
  if (guest && choice === 'bring') await bringAlong(guest.id, account)
}
