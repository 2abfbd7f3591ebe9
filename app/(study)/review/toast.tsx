'use client'
// One sentence about what was done, with its undo. It leaves at the next act or when closed, never by the clock.

import { CloseIcon } from '../../_ui/icons.tsx'
import styles from './float.module.css'

type ToastProps = { words: string; onUndo: (() => void) | null; onClose: () => void }

export function Toast({ words, onUndo, onClose }: ToastProps) {
  return (
    <div className={styles.toast}>
      <span>{words}</span>
      {onUndo && (
        <button type="button" onClick={onUndo}>
          Undo
        </button>
      )}
      <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
        <CloseIcon />
      </button>
    </div>
  )
}
