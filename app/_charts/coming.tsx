// Reviews due on each of the coming days, as bars.

import { scaleLinear } from 'd3-scale'
import { dateWords, dayName } from '../_ui/days.ts'
import { count } from '../_ui/words.ts'
import styles from './chart.module.css'
import { Figure, type Size } from './figure.tsx'

type Coming = { day: string; reviews: number; fresh: number; ms: number }
type ComingProps = { title: string; hint: string; days: readonly Coming[] }

const HEIGHT = 190
const FOOT = 28
const TOP = 22
const LEFT = 36

export function ComingDays({ title, hint, days }: ComingProps) {
  const most = days.reduce((best, day) => (day.reviews > best.reviews ? day : best), days[0] ?? { day: '', reviews: 0, fresh: 0, ms: 0 })
  return (
    <Figure
      title={title}
      hint={hint}
      label={`${count(
        days.reduce((sum, day) => sum + day.reviews, 0),
        'review',
      )} in ${count(days.length, 'day')}, at most ${most.reviews} on ${dayName(most.day, 'long')}`}
      height={() => HEIGHT}
      draw={(size) => <Bars days={days} most={most} size={size} />}
      table={{
        head: ['Day', 'Reviews', 'New', 'Minutes'],
        rows: days.map(({ day, reviews, fresh, ms }) => [
          `${dayName(day, 'short')} ${dateWords(day)}`,
          String(reviews),
          String(fresh),
          String(Math.round(ms / 60_000)),
        ]),
      }}
    />
  )
}

function Bars({ days, most, size }: { days: readonly Coming[]; most: Coming; size: Size }) {
  const pitch = (size.width - LEFT) / Math.max(1, days.length)
  const breadth = Math.max(4, pitch * 0.6)
  const y = scaleLinear()
    .domain([0, Math.max(1, most.reviews)])
    .range([HEIGHT - FOOT, TOP])
  const middle = (index: number) => LEFT + (index + 0.5) * pitch
  const ticks = y.ticks(2).filter((tick) => tick > 0 && Number.isInteger(tick))
  const mondays = days.flatMap(({ day }, index) => (index > 2 && dayName(day, 'short') === 'Mon' ? [{ day, index }] : []))
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={size.width} y1={y(tick)} y2={y(tick)} className={styles.grid} />
          <text x={LEFT - 8} y={y(tick) + 5} className={styles.end}>
            {tick}
          </text>
        </g>
      ))}
      {days.map(({ day, reviews }, index) => {
        const top = y(reviews)
        return reviews === 0 ? null : (
          <rect key={day} x={middle(index) - breadth / 2} y={top} width={breadth} height={y(0) - top} rx={1} className={styles.mark} />
        )
      })}
      <line x1={LEFT} x2={size.width} y1={y(0)} y2={y(0)} className={styles.axis} />
      {most.reviews > 0 && (
        <text x={middle(days.indexOf(most))} y={y(most.reviews) - 6} className={`${styles.middle} ${styles.strong}`}>
          {most.reviews}
        </text>
      )}
      <text x={LEFT} y={HEIGHT - 6} className={styles.start}>
        Today
      </text>
      {mondays
        .filter((_, index) => !size.narrow || index % 2 === 0)
        .map(({ day, index }) => (
          <text key={day} x={Math.min(middle(index), size.width - 24)} y={HEIGHT - 6} className={styles.middle}>
            {dateWords(day)}
          </text>
        ))}
    </>
  )
}
