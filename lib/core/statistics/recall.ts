// Recall: the share of reviews that were recalled, with the interval in which the learner's true share lies.

import { addDays, type StudyDay } from '../day.ts'
import { addCounts, type DayCounts, NO_COUNTS, type Sums } from './day-counts.ts'

/** Under so many reviews a share is too uncertain to call. */
export const FEW = 30

/** `recalled` of `n` reviews. The share and its 95% interval are from 0 to 1, and null where there was none. */
export type Recall = { recalled: number; n: number; share: number | null; low: number; high: number }

/** The normal quantile of a two-sided 95%. */
const Z = 1.959964

/** Wilson's score interval (Wilson 1927): within 0 and 1, and honest for few reviews and for shares near 1. */
export function recallOf(recalled: number, n: number): Recall {
  if (n === 0) return { recalled, n, share: null, low: 0, high: 1 }
  const share = recalled / n
  const centre = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  return { recalled, n, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** The counts of the `days` days that end with `today`, summed. */
export function lastDays(sums: Sums, today: StudyDay, days: number): DayCounts {
  let total = NO_COUNTS
  for (const [day, counts] of sums) if (day <= today && day > addDays(today, -days)) total = addCounts(total, counts)
  return total
}

/** Recall of the last 30 days: reviews of cards past learning that were not rated Again. */
export function recentRecall(sums: Sums, today: StudyDay): { young: Recall; mature: Recall; all: Recall } {
  const { youngReviews, youngRecalled, matureReviews, matureRecalled } = lastDays(sums, today, 30)
  return {
    young: recallOf(youngRecalled, youngReviews),
    mature: recallOf(matureRecalled, matureReviews),
    all: recallOf(youngRecalled + matureRecalled, youngReviews + matureReviews),
  }
}
