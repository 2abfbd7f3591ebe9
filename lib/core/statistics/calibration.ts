// Whether predictions come true: of the answers for which about the same recall was predicted, how many were recalled.

import type { DayCounts } from './day-counts.ts'
import { type Recall, recallOf } from './recall.ts'

/** Of the answers of a bin: the mean of what was predicted, 0 to 1, and what was recalled. */
export type CalibrationBin = Recall & { predicted: number }

export type Calibration = {
  /** Bins that hold an answer, by prediction. */
  bins: CalibrationBin[]
  n: number
  /** Mean over all answers of how far the recall of their bin lay from its prediction, 0 to 1; null without answers. */
  apart: number | null
  /** Share recalled less share predicted, -1 to 1: above 0, more was recalled than predicted. */
  more: number | null
}

export function calibrationOf({ predicted, predictedRecalled, predictedMillionths }: DayCounts): Calibration {
  const bins = predicted.flatMap((n, bin): CalibrationBin[] =>
    n === 0 ? [] : [{ ...recallOf(predictedRecalled[bin] ?? 0, n), predicted: (predictedMillionths[bin] ?? 0) / 1e6 / n }],
  )
  const n = bins.reduce((sum, bin) => sum + bin.n, 0)
  const mean = (of: (bin: CalibrationBin) => number) => (n === 0 ? null : bins.reduce((sum, bin) => sum + of(bin) * bin.n, 0) / n)
  const gap = (bin: CalibrationBin) => (bin.share ?? 0) - bin.predicted
  return { bins, n, apart: mean((bin) => Math.abs(gap(bin))), more: mean(gap) }
}
