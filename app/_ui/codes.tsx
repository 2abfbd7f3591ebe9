'use client'
// Recovery codes, in the one moment in which they can be seen.

import { useRef, useState } from 'react'
import styles from './codes.module.css'
import { downloadText } from './download.ts'

type CodesProps = {
  codes: readonly string[]
  /** Said of the way on, once they are put away. */
  onward: string
  onPutAway: () => void
}

export function Codes({ codes, onward, onPutAway }: CodesProps) {
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const [kept, setKept] = useState(false)
  const text = `Recovery codes for Myelin at ${globalThis.location?.host ?? ''}\n\n${codes.join('\n')}\n`

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied.')
    } catch {
      // Over plain http a browser keeps its clipboard to itself.
      if (list.current) getSelection()?.selectAllChildren(list.current)
      setSaid('This browser lets no page copy. They are selected: copy them by its menu.')
    }
  }

  return (
    <>
      <ol className={styles.codes} aria-label="Recovery codes" ref={list}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className={styles.do}>
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" onClick={() => downloadText('myelin-recovery-codes.txt', 'text/plain', text)}>
          Download as text
        </button>
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </p>
      <p className={`small muted ${styles.said}`} role="status">
        {said}
      </p>
      <label className="pick">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
        <span>I have put them where I will find them</span>
      </label>
      <p className={`acts ${styles.kept}`}>
        <button className="btn btn-main btn-large" type="button" disabled={!kept} onClick={onPutAway}>
          {onward}
        </button>
      </p>
    </>
  )
}
