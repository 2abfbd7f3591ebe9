// One question of the page Progress: its heading in the margin, the answer in large type, then what it rests on.

import type { ReactNode } from 'react'
import styles from './progress.module.css'

type SectionProps = { id: string; question: string; answer: string; explained: ReactNode; definition: ReactNode; children: ReactNode }

export function Section({ id, question, answer, explained, definition, children }: SectionProps) {
  return (
    <section className={`sec rule ${styles.ask}`} aria-labelledby={id}>
      <h2 className="label" id={id}>
        {question}
      </h2>
      <div className={`in ${styles.answer}`}>
        <p className="big">{answer}</p>
        <p>{explained}</p>
      </div>
      <p className="note">{definition}</p>
      {children}
    </section>
  )
}
