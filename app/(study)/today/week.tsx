// The week ahead: how many reviews fall due on each of the next seven days.

import { dayName } from '../../_ui/days.ts'
import styles from './today.module.css'

const TALLEST_PX = 56

export function Week({ week }: { week: readonly { day: string; due: number }[] }) {
  const most = Math.max(1, ...week.map(({ due }) => due))
  return (
    <section className="sec rule" aria-labelledby="week">
      <h2 className="label" id="week">
        The week ahead
      </h2>
      <div className="in">
        <ol className={styles.week}>
          {week.map(({ day, due }) => (
            <li key={day}>
              <span className={due === 0 ? 'vh' : styles.number}>{due}</span>
              {due > 0 && <Bar height={Math.max(3, Math.round((due / most) * TALLEST_PX))} />}
              <span className={styles.day}>
                {dayName(day, 'short')} <span className={styles.date}>{Number(day.slice(8))}</span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p className="note">Reviews that fall due each day. New cards come on top.</p>
    </section>
  )
}

function Bar({ height }: { height: number }) {
  return (
    <svg className={styles.bar} width="12" height={height} aria-hidden="true">
      {/* Taller than its window, so that the foot of the bar is square. */}
      <rect width="12" height={height + 4} rx="2" />
    </svg>
  )
}
