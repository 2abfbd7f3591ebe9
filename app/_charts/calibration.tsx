// Predicted against actual recall: a dot a group of answers, on the dotted line where the prediction was right.

import { scaleLinear, scaleSqrt } from 'd3-scale'
import { percent } from '../_ui/words.ts'
import styles from './chart.module.css'
import { Figure, type Size } from './figure.tsx'

type Bin = { predicted: number; share: number | null; low: number; high: number; n: number }
type CalibrationProps = { title: string; hint: string; bins: readonly Bin[]; few: number }

const LEFT = 44
const FOOT = 48
const TOP = 26

export function CalibrationChart({ title, hint, bins, few }: CalibrationProps) {
  return (
    <Figure
      title={title}
      hint={hint}
      label={bins.map(({ predicted, share, n }) => `predicted ${percent(predicted)}, recalled ${percent(share ?? 0)} of ${n}`).join('; ')}
      height={(size) => sideOf(size) + TOP + FOOT}
      draw={(size) => <Dots bins={bins} few={few} size={size} />}
      beside
      table={{
        head: ['Predicted', 'Recalled', 'n'],
        rows: bins.map(({ predicted, share, n }) => [percent(predicted), percent(share ?? 0, 1), n.toLocaleString('en-GB')]),
      }}
    />
  )
}

const sideOf = ({ width }: Size) => Math.min(340, width - LEFT - 12)

function Dots({ bins, few, size }: Pick<CalibrationProps, 'bins' | 'few'> & { size: Size }) {
  const side = sideOf(size)
  const lowest = Math.min(0.9, ...bins.map((bin) => Math.min(bin.predicted, bin.share ?? 1)))
  const floor = Math.max(0, Math.floor(lowest * 5 - 0.5) / 5)
  const x = scaleLinear()
    .domain([floor, 1])
    .range([LEFT, LEFT + side])
    .clamp(true)
  const y = scaleLinear()
    .domain([floor, 1])
    .range([TOP + side, TOP])
    .clamp(true)
  const radius = scaleSqrt()
    .domain([0, Math.max(...bins.map((bin) => bin.n))])
    .range([3, 8])
  const ticks = x.ticks(4)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={LEFT + side} y1={y(tick)} y2={y(tick)} className={styles.grid} />
          <text x={LEFT - 8} y={y(tick) + 5} className={styles.end}>
            {Math.round(tick * 100)}
          </text>
          <text x={x(tick)} y={TOP + side + 20} className={styles.middle}>
            {Math.round(tick * 100)}
          </text>
        </g>
      ))}
      <line x1={LEFT} x2={LEFT + side} y1={TOP + side} y2={TOP + side} className={styles.axis} />
      <line x1={LEFT} x2={LEFT} y1={TOP} y2={TOP + side} className={styles.axis} />
      <line x1={x(floor)} x2={x(1)} y1={y(floor)} y2={y(1)} className={styles.aim} />
      <text x={LEFT} y={12} className={styles.say}>
        recalled, %
      </text>
      <text x={LEFT + side} y={TOP + side + 42} className={`${styles.end} ${styles.say}`}>
        predicted, %
      </text>
      {bins.map(({ predicted, share, low, high, n }) => (
        <g key={predicted}>
          <line x1={x(predicted)} x2={x(predicted)} y1={y(low)} y2={y(high)} className={styles.whisker} />
          <circle cx={x(predicted)} cy={y(share ?? 0)} r={radius(n)} className={n < few ? styles.hollow : styles.mark} />
        </g>
      ))}
    </>
  )
}
