'use client'
// Ties a sitting to the browser for as long as its page stands: outbox, sending, clock, and what the server says back.

import { useEffect, useState, useSyncExternalStore } from 'react'
import { studyDayOf, studyDayStart } from '#lib/core/day.ts'
import type { MadeEvent } from '#lib/core/event.ts'
import type { CardId } from '#lib/core/ids.ts'
import { parseTime } from '#lib/core/time.ts'
import type { QueueAnswer } from '#lib/core/wire.ts'
import { createClock } from '#lib/device/clock.ts'
import { createOutbox, type Outbox } from '#lib/device/outbox.ts'
import { postEvents } from '#lib/device/post-events.ts'
import { sittingStart } from '#lib/device/sitting-start.ts'
import { openStore } from '#lib/device/store.ts'
import { createSync, type Sync } from '#lib/device/sync.ts'
import { askQueue, type More } from './queue-client.ts'
import { createSitting } from './sitting.ts'

const deviceNow = () => Date.now()
/** A time that came with the page itself was read at most about so long ago. */
const PAGE_AGE_MS = 1_000

/** Queues that a sitting has begun with: going back in history brings the same one again, and it is out of date then. */
const begun = new Set<string>()

function connect(queue: QueueAnswer, more: More) {
  const clock = createClock(deviceNow)
  let opened: Promise<Outbox> | undefined
  let sync: Sync | undefined
  let since: number | null = null
  const outbox = () => (opened ??= openStore().then((store) => createOutbox(store, queue.learner)))
  const ask = () => askQueue(more, since, deviceNow)
  const flush = () => void sync?.flush()
  const sitting = createSitting({ outbox, clock, ask, flush, monotonicNow: () => performance.now() }, queue, more)

  async function begin(started: Sync, own: Outbox): Promise<void> {
    const waiting = await own.waiting()
    const key = `${queue.learner} ${queue.now} ${more}`
    const outdated = begun.has(key)
    begun.add(key)
    since = sittingStart(sessionStorage, queue.learner, clock.now())
    const today = studyDayStart(studyDayOf(clock.now(), queue.zone, queue.rolloverHour), queue.zone, queue.rolloverHour)
    if (waiting.length > 0 || outdated || since < today) await sitting.recover(cardsOf(waiting), started.flush())
    await own.prune(deviceNow())
    await started.report()
  }

  /** Returns what takes it all down. */
  function open(): () => void {
    const pageNow = deviceNow()
    clock.observe(parseTime(queue.now) ?? pageNow, pageNow - PAGE_AGE_MS, pageNow + PAGE_AGE_MS)
    let close: (() => void) | undefined
    let closed = false
    outbox()
      .then((own) => {
        const ports = {
          outbox: own,
          post: postEvents,
          deviceNow,
          holding: sitting.holding,
          onAnswer: sitting.onAnswer,
          onState: sitting.onSync,
        }
        sync = createSync(ports)
        close = sync.listen()
        if (closed) return close()
        return begin(sync, own)
      })
      .catch(sitting.onStorageFailed)
    const stir = () => {
      if (document.visibilityState === 'visible' && sitting.getView().session.shown) void sitting.tick()
    }
    document.addEventListener('visibilitychange', stir)
    return () => {
      closed = true
      close?.()
      document.removeEventListener('visibilitychange', stir)
    }
  }

  return { sitting, outbox, open, now: clock.now, recount: () => void sync?.report() }
}

function cardsOf(events: readonly MadeEvent[]): ReadonlySet<CardId> {
  return new Set(events.flatMap((event) => ('cardId' in event ? [event.cardId] : [])))
}

export function useSitting(queue: QueueAnswer, more: More) {
  const [connection] = useState(() => connect(queue, more))
  const { sitting, open } = connection
  useEffect(open, [open])
  const view = useSyncExternalStore(sitting.subscribe, sitting.getView, sitting.getView)
  return { ...connection, view }
}
