// What a learner was about to do when they left for a provider, kept in a cookie until they are back.

import { cookies } from 'next/headers'
import { cookieOptions } from './token.ts'

const NAME = 'myelin.intent'
const MAX_AGE_S = 600

/** link: to the account whose session the permit names. enter: to sign in, and what becomes of this browser's guest. */
export type Intent = { act: 'link'; permit: string } | { act: 'enter'; choice: 'bring' | 'leave' | null; zone: string }

export async function keepIntent(intent: Intent): Promise<void> {
  const jar = await cookies()
  jar.set(NAME, JSON.stringify(intent), { ...cookieOptions(), maxAge: MAX_AGE_S })
}

/** It counts once. Without one, somebody only wants to enter. */
export async function takeIntent(): Promise<Intent> {
  const jar = await cookies()
  const kept = readIntent(jar.get(NAME)?.value)
  jar.delete(NAME)
  return kept ?? { act: 'enter', choice: null, zone: 'UTC' }
}

function readIntent(text: string | undefined): Intent | null {
  try {
    const value = JSON.parse(text ?? 'null') as Record<string, unknown> | null
    if (value?.['act'] === 'link') return { act: 'link', permit: typeof value['permit'] === 'string' ? value['permit'] : '' }
    if (value?.['act'] !== 'enter') return null
    const { choice, zone } = value
    return { act: 'enter', choice: choice === 'bring' || choice === 'leave' ? choice : null, zone: typeof zone === 'string' ? zone : 'UTC' }
  } catch {
    return null
  }
}
