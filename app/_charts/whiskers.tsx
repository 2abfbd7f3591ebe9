// Shares with the interval in which each truly lies: a dot, hollow where there are too few reviews to say, and a bar of 95%.

import { scaleLinear } from 'd3-scale'
import { percent } from '../_ui/words.ts'
import styles from './chart.module.css'
import { Figure, type Size } from './figure.tsx'

export type Share = { name: string; recalled: number; n: number; share: number | null; low: number; high: number; few: boolean }
type WhiskersProps = { title: string; hint: string; rows: readonly Share[]; aim: number | null }

const ROW = 36
const ROW_NARROW = 44
const TOP = 26

export function Whiskers({ title, hint, rows, aim }: WhiskersProps) {
  return (
    <Figure
      title={title}
      hint={hint}
      label={rows.map((row) => `${row.name}: ${wordsOf(row)}`).join('; ')}
      height={({ narrow }) => TOP + rows.length * (narrow ? ROW_NARROW : ROW)}
      draw={(size) => <Rows rows={rows} aim={aim} size={size} />}
      table={{
        head: ['Cards', 'Recalled', 'Reviews', 'Share', '95% interval'],
        rows: rows.map((row) => [
          row.name,
          String(row.recalled),
          String(row.n),
          row.share === null ? 'none yet' : percent(row.share, 1),
          row.share === null ? 'none yet' : `${percent(row.low, 1)} to ${percent(row.high, 1)}`,
        ]),
      }}
    />
  )
}

function wordsOf(row: Share): string {
  if (row.share === null) return 'no reviews'
  return `${percent(row.share)} of ${row.n}, ${between(row)}${row.few ? ', too few to say' : ''}`
}

const between = ({ low, high }: Share): string => `${percent(low)} to ${percent(high)}`

function Rows({ rows, aim, size }: { rows: readonly Share[]; aim: number | null; size: Size }) {
  const [left, right] = [70, size.width - (size.narrow ? 96 : 270)]
  const pitch = size.narrow ? ROW_NARROW : ROW
  const lowest = Math.min(0.5, ...rows.map((row) => (row.share === null ? 1 : row.low)))
  const floor = Math.floor(lowest * 10) / 10
  const x = scaleLinear().domain([floor, 1]).range([left, right])
  const bottom = TOP + rows.length * pitch
  return (
    <>
      <text x={left} y={12} className={styles.middle}>
        {percent(floor)}
      </text>
      <text x={right} y={12} className={styles.middle}>
        100%
      </text>
      {aim !== null && <line x1={x(aim)} x2={x(aim)} y1={TOP - 6} y2={bottom} className={styles.aim} />}
      {rows.map((row, index) => {
        const y = TOP + (index + 0.5) * pitch
        return (
          <g key={row.name}>
            <text x={0} y={y + 5} className={styles.say}>
              {row.name}
            </text>
            <line x1={left} x2={right} y1={y} y2={y} className={styles.grid} />
            {row.share !== null && (
              <>
                <line x1={x(row.low)} x2={x(row.high)} y1={y} y2={y} className={styles.whisker} />
                <circle cx={x(row.share)} cy={y} r={5} className={row.few ? styles.hollow : styles.mark} />
              </>
            )}
            {size.narrow && row.share !== null ? (
              <>
                <text x={right + 14} y={y - 4} className={styles.say}>
                  {percent(row.share)}, n {row.n}
                </text>
                <text x={right + 14} y={y + 14}>
                  {between(row)}
                </text>
              </>
            ) : (
              <text x={right + 14} y={y + 5} className={styles.say}>
                {wordsOf(row)}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}
