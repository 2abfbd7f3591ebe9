'use server'
// The first page's one action.

import { redirect } from 'next/navigation'
import { openSession } from '#lib/auth/open-session.ts'
import { currentUser } from '#lib/auth/require-user.ts'
import { SESSION_MS } from '#lib/auth/token.ts'
import { now } from '#lib/clock.ts'
import { environment } from '#lib/env.ts'
import { problemSentence } from '#lib/http/problem.ts'
import { throttle } from '#lib/http/rate.ts'
import { startGuest as makeGuest } from '#lib/study/start-guest.ts'
import { unanswerable } from '#lib/study/unanswerable.ts'
import { requestOrigin } from '../request-origin.ts'

const guests = throttle(environment().guestsPerHour)

/** Makes a guest and goes on to the first card; a learner who has a session keeps it. Null never comes back: it redirects. */
export async function startGuest(zone: string): Promise<{ message: string } | null> {
  try {
    if ((await currentUser()) === null) {
      const { network, device } = await requestOrigin()
      if (!guests.allow(network, now())) return { message: problemSentence('too-many') }
      await openSession(await makeGuest(String(zone), now(), SESSION_MS, device))
    }
  } catch (error) {
    const code = unanswerable(error)
    if (code === null) throw error
    return { message: problemSentence(code) }
  }
  redirect('/review')
}
