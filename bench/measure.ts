// Timings that survive a noisy machine: ours and the anchor take turns in one run, and what is quoted is a median and a ratio.

export type Row = {
  name: string
  unit: string
  ours: number
  anchor: number
  anchorName: string
  /** ours / anchor. */
  ratio: number
  n: number
  /** Interquartile range of ours, in `unit`. */
  spread: number
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** Linear between the two nearest of the sorted values; NaN where there are none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (at - Math.floor(at))
}

const spreadOf = (values: readonly number[]) => quantile(values, 0.75) - quantile(values, 0.25)

/** Milliseconds that each of `n` runs takes, after some that do not count; ours and the anchor in turn. */
export async function inTurn(
  n: number,
  ours: () => Promise<unknown>,
  anchor: () => Promise<unknown>,
): Promise<{ ours: number[]; anchor: number[] }> {
  const taken = { ours: [] as number[], anchor: [] as number[] }
  const warmUp = Math.max(3, Math.ceil(n / 10))
  for (let run = -warmUp; run < n; run++) {
    for (const [side, work] of [
      ['ours', ours],
      ['anchor', anchor],
    ] as const) {
      const began = performance.now()
      await work()
      if (run >= 0) taken[side].push(performance.now() - began)
    }
  }
  return taken
}

export type Named = { name: string; unit: string; anchorName: string }

/** A row of two series of the same unit. */
export function rowOf(named: Named, ours: readonly number[], anchor: readonly number[]): Row {
  const [own, other] = [median(ours), median(anchor)]
  return { ...named, ours: own, anchor: other, ratio: own / other, n: ours.length, spread: spreadOf(ours) }
}
