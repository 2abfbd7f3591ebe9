// The review: its first cards come with the page, all that follows happens in the browser.

import type { Metadata } from 'next'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { reviewPath } from '#lib/core/queue-ask.ts'
import { readQueueAsk } from '#lib/http/queue-ask.ts'
import { getQueue } from '#lib/study/get-queue.ts'
import { pageNonce } from '../../page-nonce.ts'
import { Review } from './review.tsx'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const user = await requireUser()
  const words = Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const ask = readQueueAsk(new URLSearchParams(words))
  const queue = await getQueue(user, now(), ask, null)
  const key = `${queue.learner} ${queue.now} ${reviewPath(ask)}`
  const { preferences, guest } = user
  return <Review key={key} {...{ queue, ask, preferences, guest }} nonce={await pageNonce()} />
}
