// The fibre: answers as internodes, and a deck's memory as shares of a line.

import styles from './fibre.module.css'

export type Grade = 'known' | 'fading' | 'bare'

/** One internode an answer, then a bare line for what is still to come. */
export function Sitting({ grades, left, size }: { grades: readonly Grade[]; left: number; size: 'thin' | 'large' }) {
  const rest = Array.from({ length: left }, (_, index) => <i key={grades.length + index} className={styles.bare} />)
  return (
    <span className={`${styles.fibre} ${styles[size]}`} aria-hidden="true">
      {grades.map((grade, index) => (
        <i key={index} className={`${styles[grade]} ${size === 'thin' && index === grades.length - 1 ? styles.grows : ''}`} />
      ))}
      {rest}
    </span>
  )
}

/** How one thing stands, beside words that say it. */
export function Internode({ grade }: { grade: Grade }) {
  return (
    <span className={styles.fibre} aria-hidden="true">
      <i className={styles[grade]} />
    </span>
  )
}

/** Groups of facts in a line, an internode each. */
export function FactLine({ groups, label }: { groups: readonly (readonly Grade[])[]; label: string }) {
  const pitch = 100 / groups.reduce((sum, group) => sum + group.length + 1, -1)
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.length + 1, 0) * pitch)
  return (
    <svg className={styles.facts} viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label={label}>
      {groups.map((group, index) => {
        const start = starts[index] ?? 0
        return (
          <g key={start}>
            <rect className={styles.axon} x={start} y="7.25" width={group.length * pitch} height="1.5" />
            {group.map((grade, place) => {
              const [y, height] = grade === 'known' ? [0, 16] : [5, 6]
              if (grade === 'bare') return null
              const style = grade === 'known' ? styles.full : styles.thinner
              return <rect key={place} className={style} x={start + place * pitch} y={y} width={pitch * 0.82} height={height} />
            })}
          </g>
        )
      })}
    </svg>
  )
}

/** What each thickness means, with its count. */
export function FibreKey({ entries }: { entries: readonly { grade: Grade; count: number; words: string }[] }) {
  return (
    <ul className={styles.key}>
      {entries.map(({ grade, count, words }) => (
        <li key={grade}>
          <span className={styles.fibre} aria-hidden="true">
            <i className={styles[grade]} />
          </span>
          <span>
            <b>{count}</b> {words}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Shares of a whole, thickest first: known, fading, and a bare line for the rest. */
export function Shares({ known, fading, unseen }: { known: number; fading: number; unseen: number }) {
  const scale = 100 / Math.max(1, known + fading + unseen)
  const words = `${known} known, ${fading} fading, ${unseen} unseen`
  return (
    <svg className={styles.shares} viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={words}>
      <rect className={styles.axon} y="5.25" width="100" height="1.5" />
      <rect className={styles.full} width={known * scale} height="12" />
      <rect className={styles.thinner} x={known * scale} y="3.5" width={fading * scale} height="5" />
    </svg>
  )
}
