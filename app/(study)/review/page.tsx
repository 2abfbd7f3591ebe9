// The review: its first cards come with the page, all that follows happens in the browser.

import type { Metadata } from 'next'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { getQueue } from '#lib/study/get-queue.ts'
import { pageNonce } from '../../page-nonce.ts'
import { Review } from './review.tsx'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const user = await requireUser()
  const { more } = await searchParams
  const asked = more === 'new' || more === 'forgotten' ? more : null
  const queue = await getQueue(user, now(), { more: asked, sinceMs: null })
  return (
    <Review
      key={`${queue.learner} ${queue.now} ${asked}`}
      queue={queue}
      more={asked}
      preferences={user.preferences}
      nonce={await pageNonce()}
    />
  )
}
