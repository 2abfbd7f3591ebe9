'use client'
// All rows, of which only those in sight are drawn: they stand in chunks, and one out of sight keeps its height alone.

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RowKind } from '#lib/core/paste/columns.ts'
import type { Judged } from '#lib/core/paste/verdict.ts'
import styles from './paste.module.css'
import { Row, type RowActs } from './row.tsx'
import { usePreviews } from './use-previews.ts'

const CHUNK = 20
/** A row that was never drawn is taken to be so high. */
const ROW_PX = 120
/** How far from sight a chunk is drawn already. */
const NEAR = '800px'

type Props = RowActs & { rows: readonly Judged[]; kind: RowKind }

export function Rows({ rows, ...more }: Props) {
  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK))
  return (
    <div className={styles.rows} role="list" aria-label="Rows">
      {chunks.map((chunk, index) => (
        // A chunk is a place in the list: what stands there may change.
        <Chunk key={index} rows={chunk} first={index * CHUNK} of={rows.length} {...more} />
      ))}
    </div>
  )
}

function Chunk({ rows, first, of, kind, ...acts }: Props & { first: number; of: number }) {
  const own = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(first === 0)
  useEffect(() => {
    const element = own.current
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1)
        if (!entry) return
        // What has the focus stays.
        const stays = entry.isIntersecting || element.contains(document.activeElement)
        if (!stays) element.style.height = `${element.offsetHeight}px`
        setNear(stays)
      },
      { rootMargin: NEAR },
    )
    if (element.childElementCount === 0) element.style.height = `${rows.length * ROW_PX}px`
    observer.observe(element)
    return () => observer.disconnect()
  }, [rows.length])
  // Its rows give it its height, once they are there.
  useLayoutEffect(() => {
    if (near && own.current) own.current.style.height = ''
  }, [near])
  const { previews, away } = usePreviews(near ? rows.map(({ reading }) => (reading.ok ? reading.note : null)) : [])
  return (
    <div ref={own}>
      {near && away && (
        <p className="small muted" role="status">
          These rows stand as they were pasted: their cards are shown once the server can be reached.
        </p>
      )}
      {near &&
        rows.map((row, index) => (
          <Row key={row.key} row={row} kind={kind} preview={previews[index] ?? null} place={first + index + 1} of={of} {...acts} />
        ))}
    </div>
  )
}
