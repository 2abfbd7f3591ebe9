// Are these predictions true? What was predicted for each answer against what was recalled.

import { FEW } from '#lib/core/statistics/recall.ts'
import type { Progress } from '#lib/study/get-progress.ts'
import { CalibrationChart } from '../../_charts/calibration.tsx'
import { count } from '../../_ui/words.ts'
import { Section } from './section.tsx'

export function Truth({ progress: { calibration } }: { progress: Progress }) {
  const { bins, n, apart, more } = calibration
  const points = (apart ?? 0) * 100
  return (
    <Section
      id="truth"
      question="Are these predictions true?"
      answer={n < FEW ? 'Too early to say' : `Within ${Math.max(1, Math.ceil(points))} ${Math.ceil(points) <= 1 ? 'point' : 'points'}`}
      explained={
        n < FEW
          ? `${n === 0 ? 'No answer' : count(n, 'answer')} came a day or more after the one before. From ${FEW} on this says how well they were predicted.`
          : `Over your last ${n} answers, predicted and actual recall differ by ${points.toFixed(1)} points on average. ${moreWords(more ?? 0)}`
      }
      definition="For every answer a day or more after the one before, the recall that the app predicted when it was asked, against whether it was recalled; answers are grouped by prediction. Points: the mean distance of the groups, weighted by their answers."
    >
      {n > 0 && (
        <>
          <div className="in">
            <CalibrationChart title="Predicted and recalled" hint="Dotted line: perfect prediction." bins={bins} few={FEW} />
          </div>
          <p className="note">
            Dot: share recalled, larger with more answers, hollow under {FEW}. Line: 95% interval (Wilson). Answers on the day of the one
            before are not predicted.
          </p>
        </>
      )}
    </Section>
  )
}

function moreWords(more: number): string {
  if (Math.abs(more) < 0.005) return 'Neither is ahead.'
  return more > 0 ? 'You recall a little more than predicted.' : 'You recall a little less than predicted.'
}
