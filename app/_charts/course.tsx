// The course of knowledge over a year: how many cards had been seen, and how many of them would have been recalled.

import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { dateWords } from '../_ui/days.ts'
import styles from './chart.module.css'
import { dayNumber, monthStarts } from './days-axis.ts'
import { Figure, type Size } from './figure.tsx'

type CourseProps = { title: string; hint: string; points: readonly { day: string; seen: number; known: number }[]; cards: number }

const HEIGHT = 220
const TOP = 12
const FOOT = 30
const LABEL_HEIGHT = 18

export function Course({ title, hint, points, cards }: CourseProps) {
  const last = points.at(-1)
  const words = last ? `From ${dateWords(points[0]?.day ?? last.day)}: up to ${Math.round(last.known)} known of ${last.seen} seen` : ''
  return (
    <Figure
      title={title}
      hint={hint}
      label={words}
      height={() => HEIGHT}
      draw={(size) => <Lines points={points} cards={cards} size={size} />}
      table={{
        head: ['Day', 'Seen', 'Known'],
        rows: points.map(({ day, seen, known }) => [dateWords(day, 'year'), String(seen), String(Math.round(known))]),
      }}
    />
  )
}

function Lines({ points, cards, size }: Pick<CourseProps, 'points' | 'cards'> & { size: Size }) {
  const at = points.map((point) => ({ ...point, number: dayNumber(point.day) }))
  const [first, last] = [at[0], at.at(-1)]
  if (!first || !last) return null
  const right = size.width - (size.narrow ? 84 : 104)
  const x = scaleLinear()
    .domain([Math.min(first.number, last.number - 1), last.number])
    .range([36, right])
  const y = scaleLinear()
    .domain([0, Math.max(1, cards)])
    .range([HEIGHT - FOOT, TOP])
  const path = (value: (point: (typeof at)[number]) => number) =>
    line<(typeof at)[number]>(
      (point) => x(point.number),
      (point) => y(value(point)),
    )(at) ?? ''
  const grid = y.ticks(3).filter((tick) => tick > 0 && Number.isInteger(tick) && Math.abs(y(tick) - y(cards)) > LABEL_HEIGHT)
  const labels = apart([
    { key: 'cards', y: y(cards), words: `${cards} in decks`, style: styles.say },
    { key: 'seen', y: y(last.seen), words: `${last.seen} seen`, style: styles.say },
    { key: 'known', y: y(last.known), words: `${Math.round(last.known)} known`, style: styles.told },
  ])
  return (
    <>
      {[...grid, cards].map((tick) => (
        <line key={tick} x1={36} x2={right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
      ))}
      {[0, ...grid].map((tick) => (
        <text key={tick} x={28} y={y(tick) + 5} className={styles.end}>
          {tick}
        </text>
      ))}
      <line x1={36} x2={right} y1={y(0)} y2={y(0)} className={styles.axis} />
      {monthStarts(first.number, last.number - 10, size.narrow ? 2 : 1).map((month) => (
        <text key={month.at} x={x(month.at)} y={HEIGHT - 6} className={styles.start}>
          {month.name}
        </text>
      ))}
      <path d={path((point) => point.seen)} className={styles.seen} />
      <path d={path((point) => point.known)} className={styles.known} />
      {labels.map((label) => (
        <text key={label.key} x={right + 8} y={label.y + 5} className={label.style}>
          {label.words}
        </text>
      ))}
    </>
  )
}

/** Labels from the top down, none closer to the one above than a line. */
function apart<Label extends { y: number }>(labels: readonly Label[]): Label[] {
  const placed: Label[] = []
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    placed.push({ ...label, y: Math.max(label.y, (placed.at(-1)?.y ?? -LABEL_HEIGHT) + LABEL_HEIGHT) })
  }
  // Pushed below the foot, they move up again together.
  const over = Math.max(0, (placed.at(-1)?.y ?? 0) - (HEIGHT - FOOT))
  return placed.map((label, index) => ({ ...label, y: label.y - (index === 0 ? Math.min(over, label.y - TOP) : over) }))
}
