'use client'
// Ties a sitting to the browser for as long as its page stands: outbox, sending, clock, and what the server says back.

import { useEffect, useState, useSyncExternalStore } from 'react'
import { studyDayOf, studyDayStart } from '#lib/core/day.ts'
import { parseTime } from '#lib/core/time.ts'
import { type QueueAsk, reviewPath } from '#lib/core/queue-ask.ts'
import type { QueueAnswer } from '#lib/core/wire.ts'
import { createClock } from '#lib/device/clock.ts'
import { cardsOf, Outbox } from '#lib/device/outbox.ts'
import { postEvents } from '#lib/device/post-events.ts'
import { sittingStart } from '#lib/device/sitting-start.ts'
import { openStore } from '#lib/device/store.ts'
import { Sync } from '#lib/device/sync.ts'
import { askQueue } from './queue-client.ts'
import { Sitting } from './sitting.ts'

const deviceNow = () => Date.now()
/** A time that came with the page itself was read at most about so long ago. */
const PAGE_AGE_MS = 1_000
/** So long a tab must have been left for the learner to have studied elsewhere meanwhile. */
const AWAY_MS = 20_000
/** So long a new page waits for answers of an earlier one to be sent, before it begins without them. */
const PATIENCE_MS = 3_000

/** Queues that a sitting has begun with: going back in history brings the same one again, and it is out of date then. */
const begun = new Set<string>()

class Connection {
  readonly sitting: Sitting
  readonly #clock = createClock(deviceNow)
  readonly #queue: QueueAnswer
  readonly #ask: QueueAsk
  #outbox: Promise<Outbox> | undefined
  #sync: Sync | undefined
  #since: number | null = null

  constructor(queue: QueueAnswer, ask: QueueAsk) {
    this.#queue = queue
    this.#ask = ask
    this.sitting = new Sitting(
      {
        outbox: this.outbox,
        clock: this.#clock,
        ask: (wanted) => askQueue(wanted, this.#since, deviceNow),
        flush: () => {
          this.#since = sittingStart(sessionStorage, queue.learner, this.now())
          void this.#sync?.flush()
        },
        monotonicNow: () => performance.now(),
      },
      queue,
      ask,
    )
  }

  readonly now = () => this.#clock.now()
  readonly recount = () => void this.#sync?.report()

  readonly outbox = (): Promise<Outbox> => {
    this.#outbox ??= openStore().then((store) => new Outbox(store, this.#queue.learner))
    // A browser that refused once may have been given room since.
    this.#outbox.catch(() => {
      this.#outbox = undefined
    })
    return this.#outbox
  }

  /** Returns what takes it all down. */
  readonly open = (): (() => void) => {
    const pageNow = deviceNow()
    this.#clock.observe(parseTime(this.#queue.now) ?? pageNow, pageNow - PAGE_AGE_MS, pageNow + PAGE_AGE_MS)
    const ends: (() => void)[] = [this.#watch()]
    let closed = false
    this.outbox()
      .then((outbox) => {
        const { holding, onAnswer, onSync: onState } = this.sitting
        this.#sync = new Sync({ outbox, post: postEvents, deviceNow, holding, onAnswer, onState })
        const end = this.#sync.listen()
        if (closed) return end()
        ends.push(end)
        return this.#begin(this.#sync, outbox)
      })
      // All that rejects here is the browser's storage: a network that fails is a value.
      .catch(this.sitting.onStorageFailed)
    return () => {
      closed = true
      for (const end of ends) end()
    }
  }

  async #begin(sync: Sync, outbox: Outbox): Promise<void> {
    const { learner, now, zone, rolloverHour } = this.#queue
    const waiting = await outbox.waiting()
    const key = `${learner} ${now} ${reviewPath(this.#ask)}`
    const outdated = begun.has(key)
    begun.add(key)
    this.#since = sittingStart(sessionStorage, learner, this.now())
    const today = studyDayStart(studyDayOf(this.now(), zone, rolloverHour), zone, rolloverHour)
    const sent = Promise.race([sync.flush(), new Promise<void>((done) => setTimeout(done, PATIENCE_MS))])
    if (waiting.length > 0 || outdated || this.#since < today) await this.sitting.recover(cardsOf(waiting), sent)
    await outbox.prune(deviceNow())
  }

  /** A tab that comes back after a while may be behind another device, and after hours stand on another study day. */
  #watch(): () => void {
    let leftAt = Infinity
    const leave = () => {
      leftAt = Math.min(leftAt, deviceNow())
    }
    const comeBack = () => {
      const away = deviceNow() - leftAt > AWAY_MS
      leftAt = Infinity
      // At the end of a sitting nothing moves by itself, but for a new day.
      if (!this.sitting.getView().session.shown) return void this.sitting.followDay()
      void this.sitting.tick().then(() => (away ? this.sitting.refresh() : undefined))
    }
    const look = () => (document.visibilityState === 'visible' ? comeBack() : leave())
    document.addEventListener('visibilitychange', look)
    addEventListener('blur', leave)
    addEventListener('focus', comeBack)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('blur', leave)
      removeEventListener('focus', comeBack)
    }
  }
}

export function useSitting(queue: QueueAnswer, ask: QueueAsk) {
  const [connection] = useState(() => new Connection(queue, ask))
  const { sitting, outbox, open, now, recount } = connection
  useEffect(open, [open])
  const view = useSyncExternalStore(sitting.subscribe, sitting.getView, sitting.getView)
  return { sitting, view, outbox, now, recount }
}
