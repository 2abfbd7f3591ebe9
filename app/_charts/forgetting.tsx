// The forgetting curve of one card: recall over days, back to 100 at each answer, with today on it.

import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { dateWords } from '../_ui/days.ts'
import { percent, recallWords } from '../_ui/words.ts'
import styles from './chart.module.css'
import { dayNumber, monthStarts } from './days-axis.ts'
import { Figure, type Size } from './figure.tsx'

type Point = { day: string; recall: number }
type ForgettingProps = {
  title: string
  hint: string
  today: string
  aim: number
  falls: readonly (readonly Point[])[]
  answers: readonly (Point & { rating: number })[]
  ahead: readonly Point[]
}

const HEIGHT = 230
const LEFT = 40
const TOP = 12
const FOOT = 30
const NAMES: Record<number, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }

export function ForgettingCurve(props: ForgettingProps) {
  const { title, hint, today, aim, answers, ahead } = props
  const now = ahead[0]?.recall
  return (
    <Figure
      title={title}
      hint={hint}
      label={`${now === undefined ? '' : `${recallWords(now)} today. `}${answers.length} answers, each at the recall predicted for it; you aim for ${percent(aim)}`}
      height={() => HEIGHT}
      draw={(size) => <Curve {...props} size={size} />}
      table={{
        head: ['Day', 'Predicted recall', 'Answer'],
        rows: [
          ...answers.map(({ day, recall, rating }) => [dateWords(day, 'year'), percent(recall, 1), NAMES[rating] ?? '']),
          ...(now === undefined ? [] : [[`${dateWords(today, 'year')}, today`, percent(now, 1), 'none yet']]),
          ...ahead.slice(-1).map(({ day, recall }) => [dateWords(day, 'year'), percent(recall, 1), 'without study']),
        ],
      }}
    />
  )
}

function Curve({ today, aim, falls, answers, ahead, size }: ForgettingProps & { size: Size }) {
  const all = [...falls.flat(), ...ahead].map((point) => ({ at: dayNumber(point.day), recall: point.recall }))
  const [first, last] = [Math.min(...all.map(({ at }) => at)), Math.max(...all.map(({ at }) => at))]
  const right = size.width - (size.narrow ? 12 : 116)
  const floor = Math.max(0, Math.floor(Math.min(aim - 0.1, ...all.map(({ recall }) => recall)) * 10) / 10)
  const x = scaleLinear().domain([first, last]).range([LEFT, right])
  const y = scaleLinear()
    .domain([floor, 1])
    .range([HEIGHT - FOOT, TOP])
  const path = (points: readonly Point[]) =>
    line<Point>(
      (point) => x(dayNumber(point.day)),
      (point) => y(point.recall),
    )(points) ?? ''
  const ticks = y.ticks(4).filter((tick) => tick > floor || tick === 1)
  const now = ahead[0]
  const months = monthStarts(first, last)
  const every = Math.ceil(months.length / (size.narrow ? 4 : 7))
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
          <text x={LEFT - 8} y={y(tick) + 5} className={styles.end}>
            {Math.round(tick * 100)}
          </text>
        </g>
      ))}
      <line x1={LEFT} x2={right} y1={y(floor)} y2={y(floor)} className={styles.axis} />
      <line x1={LEFT} x2={right} y1={y(aim)} y2={y(aim)} className={styles.aim} />
      {!size.narrow && (
        <text x={right + 8} y={y(aim) + 5}>
          you aim for {percent(aim)}
        </text>
      )}
      {months
        .filter((month, index) => index % every === 0 && x(month.at) < right - 24)
        .map((month) => (
          <text key={month.at} x={x(month.at)} y={HEIGHT - 6} className={styles.start}>
            {month.name}
          </text>
        ))}
      <path d={joined(falls, x, y)} className={styles.curve} />
      <path d={path(ahead)} className={styles.without} />
      {answers.map(({ day, recall, rating }, index) => (
        <circle
          key={index}
          cx={x(dayNumber(day))}
          cy={y(recall)}
          r={rating === 2 ? 3 : 4.5}
          className={rating === 1 ? styles.hollow : styles.mark}
        />
      ))}
      {now && (
        <>
          <line x1={x(dayNumber(today))} x2={x(dayNumber(today))} y1={TOP} y2={y(floor)} className={styles.axis} />
          <circle cx={x(dayNumber(today))} cy={y(now.recall)} r={6} className={styles.today} />
          <text x={x(dayNumber(today)) - 8} y={y(floor) - 8} className={`${styles.end} ${styles.strong}`}>
            Today, {recallWords(now.recall)}
          </text>
        </>
      )}
    </>
  )
}

type Scale = (value: number) => number

/** Each fall begins at 100: an upright joins it to the end of the one before. */
function joined(falls: readonly (readonly Point[])[], x: Scale, y: Scale): string {
  return falls
    .map((fall, index) => {
      const points = fall.map((point) => `${x(dayNumber(point.day)).toFixed(1)},${y(point.recall).toFixed(1)}`)
      return `${index === 0 ? 'M' : 'L'}${points.join('L')}`
    })
    .join('')
}
