'use client'
// The card: where it is from, its question, and once shown its answer. A cloze is answered in its place.

import type { RefObject } from 'react'
import type { CardContent as Content } from '#lib/core/wire.ts'
import { CardContent } from '../../_ui/card-content.tsx'
import styles from './sit.module.css'

type CardViewProps = {
  content: Content
  /** Which wording is shown. */
  variant: number
  shown: boolean
  questionRef: RefObject<HTMLElement | null>
  answerRef: RefObject<HTMLElement | null>
  nonce: string | undefined
}

export function CardView({ content, variant, shown, questionRef, answerRef, nonce }: CardViewProps) {
  const front = content.fronts[variant] ?? content.fronts[0]
  const filled = front?.filled ?? null
  return (
    <>
      <p className={styles.where}>
        <span>{content.deck}</span> {content.topic && <span>{content.topic}</span>}
      </p>
      <article className={styles.card} aria-label="Card">
        <CardContent as="h1" className="q" html={(shown && filled) || (front?.html ?? '')} focusRef={questionRef} nonce={nonce} />
        {shown && filled === null && (
          <section className={styles.answer} aria-label="Answer" tabIndex={-1} ref={answerRef}>
            <CardContent className="a" html={content.back.html} />
            {content.why && <CardContent className={styles.why} html={content.why.html} />}
          </section>
        )}
        {shown && filled !== null && content.why && <CardContent className={styles.why} html={content.why.html} />}
      </article>
    </>
  )
}
