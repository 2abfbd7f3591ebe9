'use client'
// The source of a card, as a note in the margin: its facts in words, the citation, and the year of what it rests on.

import { useEffect, useRef } from 'react'
import type { CardContent as Content, CardFact } from '#lib/core/wire.ts'
import { CardContent } from '../../_ui/card-content.tsx'
import { CloseIcon } from '../../_ui/icons.tsx'
import sit from './sit.module.css'
import styles from './source-panel.module.css'

export function SourcePanel({ content, onClose }: { content: Content; onClose: () => void }) {
  const { facts, citation, year, own } = content
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      // Where the card went with it, focus has moved on already.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <aside className={styles.source} id="source" aria-labelledby="source-title">
      <div className={styles.head}>
        <h2 id="source-title" tabIndex={-1} ref={heading}>
          Source
        </h2>
        <button className={`${sit.tool} ${styles.close}`} type="button" aria-label="Close the source" onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      {own && <p>Your own note.</p>}
      <dl>
        {byTopic(facts).map(([topic, group]) => (
          <FactGroup key={topic} topic={topic} facts={group} />
        ))}
      </dl>
      <div className={styles.cite}>
        {citation && <p>{citation}</p>}
        <p>{year ? `Reference of ${year}. ` : ''}For education, not advice.</p>
      </div>
    </aside>
  )
}

function FactGroup({ topic, facts }: { topic: string; facts: readonly CardFact[] }) {
  const ids = new Intl.ListFormat('en').format(facts.map((fact) => fact.id))
  return (
    <>
      <dt>
        {facts.length === 1 ? 'Fact' : 'Facts'} {ids}, {topic}
      </dt>
      {facts.map((fact) => (
        <dd key={fact.id}>
          <CardContent html={fact.statement} className={styles.statement} />
        </dd>
      ))}
    </>
  )
}

function byTopic(facts: readonly CardFact[]): [string, CardFact[]][] {
  const groups = new Map<string, CardFact[]>()
  for (const fact of facts) groups.set(fact.topic, [...(groups.get(fact.topic) ?? []), fact])
  return [...groups]
}
