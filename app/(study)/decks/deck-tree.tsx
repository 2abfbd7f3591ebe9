'use client'
// The tree of decks as a table: each deck's numbers are those of all that lies within it.

import Link from 'next/link'
import { useState } from 'react'
import type { DeckId } from '#lib/core/ids.ts'
import type { DeckNode } from '#lib/core/note/view.ts'
import { Shares } from '../../_ui/fibre.tsx'
import { ChevronIcon } from '../../_ui/icons.tsx'
import styles from './decks.module.css'

type Counts = DeckNode['counts']

export function DeckTree({ nodes, all }: { nodes: readonly DeckNode[]; all: Counts }) {
  const [closed, setClosed] = useState<ReadonlySet<DeckId>>(new Set())
  const toggle = (id: DeckId) =>
    setClosed((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  return (
    <table className={styles.table}>
      <caption className="vh">Your decks, with what waits today</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.first}>
            Deck
          </th>
          <th scope="col" className={`${styles.n} ${styles.wideOnly}`}>
            New
          </th>
          <th scope="col" className={`${styles.n} ${styles.wideOnly}`}>
            Learning
          </th>
          <th scope="col" className={styles.n}>
            Due
          </th>
          <th scope="col" className={styles.memory}>
            Memory
          </th>
        </tr>
      </thead>
      <tbody>
        {shown(nodes, closed).map((node) => (
          <Row key={node.id} node={node} open={!closed.has(node.id)} onToggle={() => toggle(node.id)} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={styles.first}>
            All decks
          </th>
          <Numbers counts={all} />
          <td className={styles.memory}>&nbsp;</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Without what lies within a closed deck. */
function shown(nodes: readonly DeckNode[], closed: ReadonlySet<DeckId>): DeckNode[] {
  let under = Infinity
  return nodes.filter((node) => {
    if (node.level > under) return false
    under = closed.has(node.id) ? node.level : Infinity
    return true
  })
}

const LEVELS = ['level1', 'level2', 'level3', 'level4'] as const

function Row({ node, open, onToggle }: { node: DeckNode; open: boolean; onToggle: () => void }) {
  const { name, level, counts, shares } = node
  const level4 = LEVELS[Math.min(level, LEVELS.length) - 1] ?? 'level1'
  const under = [counts.new > 0 && `${counts.new} new`, counts.learning > 0 && `${counts.learning} learning`].filter(Boolean).join(', ')
  return (
    <tr>
      <th scope="row" className={styles[level4]}>
        <span className={styles.name}>
          <span className="vh">Level {level}: </span>
          {node.hasChildren ? (
            <button
              className={styles.fold}
              type="button"
              aria-expanded={open}
              aria-label={`${name}: ${open ? 'close' : 'open'}`}
              onClick={onToggle}
            >
              <ChevronIcon />
            </button>
          ) : (
            <span className={styles.leaf} />
          )}
          <span>
            <Link href={`/decks/${node.id}`} className={level === 1 ? styles.strong : undefined}>
              {name}
            </Link>
            {under && <span className={styles.sub}>{under}</span>}
          </span>
        </span>
      </th>
      <Numbers counts={counts} />
      <td className={styles.memory}>{node.cards === 0 ? <span className="muted">empty</span> : <Shares {...shares} />}</td>
    </tr>
  )
}

function Numbers({ counts }: { counts: Counts }) {
  const cell = (number: number, more = '') => <td className={`${styles.n} ${more} ${number === 0 ? styles.zero : ''}`}>{number}</td>
  return (
    <>
      {cell(counts.new, styles.wideOnly)}
      {cell(counts.learning, styles.wideOnly)}
      {cell(counts.review)}
    </>
  )
}
