// A throttle: at most so many acts of one key within any span of time. Its memory is bounded, whoever asks.

export type RateOptions = { limit: number; windowMs: number; maxKeys?: number }

export type Taken = { ok: true } | { ok: false; retryAfterMs: number }

/** Counts in this process alone: several servers behind one address each allow the limit. */
export class Rate {
  readonly #times = new Map<string, number[]>()
  readonly #windowMs: number
  readonly #maxKeys: number
  readonly #limit: number

  constructor({ limit, windowMs, maxKeys = 10_000 }: RateOptions) {
    this.#limit = limit
    this.#windowMs = windowMs
    this.#maxKeys = maxKeys
  }

  /** Counts one act of `key` at `now` (ms), or says how long until the next is allowed. A refused act does not count. */
  take(key: string, now: number): Taken {
    const recent = (this.#times.get(key) ?? []).filter((time) => time > now - this.#windowMs)
    const allowed = recent.length < this.#limit
    if (allowed) recent.push(now)
    // Set anew, the key becomes the youngest of the map's order; the key that was idle longest is forgotten first.
    this.#times.delete(key)
    if (recent.length > 0) this.#times.set(key, recent)
    if (this.#times.size > this.#maxKeys) this.#forgetOldest()
    if (allowed) return { ok: true }
    return { ok: false, retryAfterMs: (recent[0] ?? now) + this.#windowMs - now }
  }

  #forgetOldest(): void {
    const oldest = this.#times.keys().next()
    if (!oldest.done) this.#times.delete(oldest.value)
  }
}

/** The part of an address that names one customer: an IPv6 customer holds a whole /64, so that is what counts. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)
  if (v4?.[1]) return v4[1]
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return `${[...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
