// A guest's way to an account. The page stays the same once it has become one, for then it shows the recovery codes, this once.

import type { Metadata } from 'next'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { getAccount } from '#lib/study/get-account.ts'
import { getHarvest } from '#lib/study/get-harvest.ts'
import { harvestWords } from '../harvest-words.ts'
import { Claim } from './claim.tsx'

export const metadata: Metadata = { title: 'Keep your progress' }

export default async function ClaimPage() {
  const user = await requireUser()
  const [harvest, account] = await Promise.all([getHarvest(user.id), getAccount(user.id, now())])
  return <Claim guest={user.guest} hasPassword={account.hasPassword} harvest={harvestWords(harvest)} />
}
