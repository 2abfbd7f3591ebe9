// What the server does once a day, off any request: deleting the guests who stayed away, what has ended by itself, and old
// before-images.

import { now } from '#lib/clock.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { log } from '#lib/log.ts'
import { deleteEnded } from '#lib/study/delete-ended.ts'
import { deleteOldChanges } from '#lib/study/delete-old-changes.ts'
import { deleteIdleGuests } from '#lib/study/delete-idle-guests.ts'

const START_MS = 60_000

async function run(): Promise<void> {
  try {
    const guests = await deleteIdleGuests(now())
    await deleteEnded(now())
    await deleteOldChanges(now())
    if (guests > 0) log.info({ guests }, 'deleted idle guests')
  } catch (error) {
    // Tomorrow comes another run: the server goes on.
    log.error({ err: error }, 'the daily work failed')
  }
}

/** Runs once the start is over and then every day, without keeping the process alive. */
export function startDailyWork(): void {
  setTimeout(() => void run(), START_MS).unref()
  setInterval(() => void run(), DAY_MS).unref()
}
