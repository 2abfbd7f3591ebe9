// The calendar of a year: a square a day, larger the more was answered; a dash where a day off was planned, a ring around today.

import { scaleQuantile } from 'd3-scale'
import { dateWords } from '../_ui/days.ts'
import { count, spentWords } from '../_ui/words.ts'
import styles from './chart.module.css'
import { monthStarts, dayNumber } from './days-axis.ts'
import { type DataTable, Figure, type Size } from './figure.tsx'

type CalendarProps = {
  title: string
  hint: string
  /** From a Monday up to today. */
  days: readonly { day: string; answers: number; tookMs: number; off: boolean }[]
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
  const off = days.filter((day) => day.off).length
  // By quarters of the study days: one heavy day does not make all others look light.
  const side = scaleQuantile<number>()
    .domain(studied.map((day) => day.answers))
    .range(SQUARES)
  const bands = (size: Size) => (size.narrow ? halves(days) : [days])
  return (
    <Figure
      title={title}
      hint={hint}
      label={`${count(total, 'answer')} on ${count(studied.length, 'day')} of the last year, one square a day${off === 0 ? '' : `; ${count(off, 'planned day')} off, a dash each where nothing was answered`}`}
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
      finer={{ words: 'Day by day', table: byDay(days) }}
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
      {days.map(({ day, answers, tookMs, off }, index) => {
        const { width, height, name } = answers > 0 ? square(side(answers)) : off ? DASH : DOT
        const at = { x: x(index) - width / 2, y: y(index) - height / 2, width, height, rx: answers > 0 ? 1.5 : 0 }
        return (
          <rect key={day} {...at} className={styles[name]}>
            {name !== 'nothing' && <title>{`${dateWords(day)}: ${doneWords({ answers, tookMs, off })}`}</title>}
          </rect>
        )
      })}
      {last !== undefined && days.at(-1)?.day === last && (
        <rect x={x(days.length - 1) - 6} y={y(days.length - 1) - 6} width={12} height={12} rx={2} className={styles.ring} />
      )}
    </g>
  )
}

const square = (edge: number) => ({ width: edge, height: edge, name: 'mark' }) as const
const DASH = { width: 8, height: 1.75, name: 'off' } as const
const DOT = { width: 1.5, height: 1.5, name: 'nothing' } as const

const monthWords = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

type Done = { answers: number; tookMs: number; off: boolean }

/** "12 answers, 1 min 40 s", "day off". */
function doneWords({ answers, tookMs, off }: Done): string {
  return [answers > 0 && `${count(answers, 'answer')}, ${spentWords(tookMs)}`, off && 'day off'].filter(Boolean).join(', ')
}

/** The latest first; days on which there was nothing are left out. */
function byDay(days: CalendarProps['days']): DataTable {
  return {
    head: ['Day', 'Answers', 'Time', 'Day off'],
    rows: days
      .filter(({ answers, off }) => answers > 0 || off)
      .toReversed()
      .map(({ day, answers, tookMs, off }) => [dateWords(day, 'year'), String(answers), spentWords(tookMs), off ? 'yes' : 'no']),
  }
}

function byMonth(days: CalendarProps['days']): DataTable {
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))]
  return {
    head: ['Month', 'Study days', 'Days off', 'Answers', 'Time'],
    rows: months.map((month) => {
      const own = days.filter(({ day }) => day.startsWith(month))
      return [
        monthWords.format(new Date(`${month}-15T00:00:00Z`)),
        String(own.filter(({ answers }) => answers > 0).length),
        String(own.filter(({ off }) => off).length),
        String(own.reduce((sum, { answers }) => sum + answers, 0)),
        spentWords(own.reduce((sum, { tookMs }) => sum + tookMs, 0)),
      ]
    }),
  }
}
