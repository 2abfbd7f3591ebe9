// The numbers of a learner's events, which have no gaps: one that was given to no event of this device was given to another's.

import type { BatchResult } from '../wire.ts'

/** `last`: the greatest number that is known. `others`: whether events of another device lie between. */
export type Numbers = { last: number; others: boolean }

/** What an answer's numbers add to the last one that was known. */
export function readNumbers(known: number, results: readonly Pick<BatchResult, 'cursor'>[]): Numbers {
  const later = [...new Set(results.flatMap(({ cursor }) => (cursor !== null && cursor > known ? [cursor] : [])))].sort((a, b) => a - b)
  return { last: later.at(-1) ?? known, others: later.some((cursor, index) => cursor !== known + 1 + index) }
}
