// The calendar of a year: a square a day, larger the more was answered.

import { scaleQuantile } from 'd3-scale'
import { count, spentWords } from '../_ui/words.ts'
import styles from './chart.module.css'
import { monthStarts, dayNumber } from './days-axis.ts'
import { type DataTable, Figure, type Size } from './figure.tsx'

type CalendarProps = {
  title: string
  hint: string
  /** From a Monday up to today. */
  days: readonly { day: string; answers: number; tookMs: number }[]
}

const WEEK = 7
const SQUARES = [4, 6, 8, 10]
const LEFT = 44
const TOP = 24
const GAP = 16
const PITCH = 12

export function Calendar({ title, hint, days }: CalendarProps) {
  const studied = days.filter((day) => day.answers > 0)
  const total = studied.reduce((sum, day) => sum + day.answers, 0)
  // By quarters of the study days: one heavy day does not make all others look light.
  const side = scaleQuantile<number>()
    .domain(studied.map((day) => day.answers))
    .range(SQUARES)
  const bands = (size: Size) => (size.narrow ? halves(days) : [days])
  return (
    <Figure
      title={title}
      hint={hint}
      label={`${count(total, 'answer')} on ${count(studied.length, 'day')} of the last year, one square a day`}
      height={(size) => bands(size).length * (TOP + WEEK * PITCH) + (bands(size).length - 1) * GAP}
      draw={(size) =>
        bands(size).map((band, index) => (
          <Band
            key={band[0]?.day}
            days={band}
            top={index * (TOP + WEEK * PITCH + GAP)}
            width={size.width}
            side={side}
            last={days.at(-1)?.day}
          />
        ))
      }
      table={byMonth(days)}
    />
  )
}

function halves<Day>(days: readonly Day[]): (readonly Day[])[] {
  const middle = 27 * WEEK
  return [days.slice(0, middle), days.slice(middle)]
}

type BandProps = {
  days: CalendarProps['days']
  top: number
  width: number
  side: (answers: number) => number
  last: string | undefined
}

function Band({ days, top, width, side, last }: BandProps) {
  const first = dayNumber(days[0]?.day ?? '')
  const weeks = Math.ceil(days.length / WEEK)
  const pitch = Math.min(PITCH, (width - LEFT) / weeks)
  const x = (index: number) => LEFT + (Math.floor(index / WEEK) + 0.5) * pitch
  const y = (index: number) => top + TOP + (index % WEEK) * PITCH + PITCH / 2
  const months = monthStarts(first, first + days.length - 1 - 2 * WEEK)
  return (
    <g>
      {months.map(({ at, name }) => (
        <text key={at} x={x(at - first + WEEK - 1) - pitch / 2} y={top + 12} className={styles.start}>
          {name}
        </text>
      ))}
      {(['Mon', 'Thu', 'Sun'] as const).map((name, index) => (
        <text key={name} x={0} y={y(index * 3) + 5}>
          {name}
        </text>
      ))}
      {days.map(({ day, answers }, index) => {
        const edge = answers === 0 ? 1.5 : side(answers)
        const at = { x: x(index) - edge / 2, y: y(index) - edge / 2, width: edge, height: edge, rx: answers === 0 ? 0 : 1.5 }
        return <rect key={day} {...at} className={answers === 0 ? styles.nothing : styles.mark} />
      })}
      {last !== undefined && days.at(-1)?.day === last && (
        <rect x={x(days.length - 1) - 6} y={y(days.length - 1) - 6} width={12} height={12} rx={2} className={styles.ring} />
      )}
    </g>
  )
}

const monthWords = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function byMonth(days: CalendarProps['days']): DataTable {
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))]
  return {
    head: ['Month', 'Study days', 'Answers', 'Time'],
    rows: months.map((month) => {
      const own = days.filter(({ day }) => day.startsWith(month))
      return [
        monthWords.format(new Date(`${month}-15T00:00:00Z`)),
        String(own.filter(({ answers }) => answers > 0).length),
        String(own.reduce((sum, { answers }) => sum + answers, 0)),
        spentWords(own.reduce((sum, { tookMs }) => sum + tookMs, 0)),
      ]
    }),
  }
}
