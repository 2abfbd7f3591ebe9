// The server's time as this browser knows it: the device's clock plus an offset learnt from each answer that carries a time.

export type Clock = {
  /** The server's time, in ms since the epoch. */
  now: () => number
  /** The device's own clock, which claims and sendings are stamped with: the server corrects both at once. */
  deviceNow: () => number
  /** Learns from an answer whose time was read between asking and receiving, both by the device's clock. */
  observe: (serverNow: number, askedAt: number, receivedAt: number) => void
}

/** The offset of the quickest answer is kept, for its error is at most half its round trip; a clock that was set is noticed by more than that. */
export function createClock(deviceNow: () => number): Clock {
  let offsetMs = 0
  let errorMs = Infinity
  return {
    now: () => deviceNow() + offsetMs,
    deviceNow,
    observe(serverNow, askedAt, receivedAt) {
      const error = Math.abs(receivedAt - askedAt) / 2
      const offset = serverNow - (askedAt + receivedAt) / 2
      const moved = Math.abs(offset - offsetMs) > error + errorMs
      if (error > errorMs && !moved) return
      offsetMs = offset
      errorMs = error
    },
  }
}
