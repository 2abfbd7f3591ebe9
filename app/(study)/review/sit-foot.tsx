'use client'
// The foot of a sitting: show the answer, then rate it. On wide screens undo, source and keys stand beside.

import type { ReactNode } from 'react'
import { UndoIcon } from '../../_ui/icons.tsx'
import { Cap } from './cap.tsx'
import styles from './sit.module.css'
import { capFor, type Keyboard } from './use-keys.ts'

type SitFootProps = {
  /** Show answer, or the rating bar. */
  children: ReactNode
  toast: ReactNode
  onUndo: (() => void) | null
  /** Null before the answer is shown: the source would give it away. */
  source: { open: boolean; toggle: () => void } | null
  onKeys: () => void
  keyboard: Keyboard
}

export function SitFoot({ children, toast, onUndo, source, onKeys, keyboard }: SitFootProps) {
  return (
    <footer className={styles.foot}>
      <div className={styles.footInner}>
        <div className={styles.toast} role="status">
          {toast}
        </div>
        <div className={styles.side}>
          <button className={styles.tool} type="button" disabled={onUndo === null} onClick={() => onUndo?.()}>
            <UndoIcon /> Undo <Cap of={capFor(keyboard, 'undo')} />
          </button>
        </div>
        <div className={styles.acts}>{children}</div>
        <div className={`${styles.side} ${styles.sideRight}`}>
          {source && (
            <button
              className={styles.tool}
              type="button"
              aria-expanded={source.open}
              aria-controls={source.open ? 'source' : undefined}
              onClick={source.toggle}
            >
              Source <Cap of={capFor(keyboard, 'source')} />
            </button>
          )}
          <button className={styles.tool} type="button" onClick={onKeys}>
            Keys <Cap of={capFor(keyboard, 'keys')} />
          </button>
        </div>
      </div>
    </footer>
  )
}
