'use client'
// The head of a sitting: the way out, the answers so far as a fibre, and how many cards are left.

import Link from 'next/link'
import type { ReactNode } from 'react'
import { type Grade, Sitting } from '../../_ui/fibre.tsx'
import { CloseIcon, UndoIcon } from '../../_ui/icons.tsx'
import { type MenuAct, MoreMenu } from './more-menu.tsx'
import styles from './sit.module.css'

type SitHeadProps = {
  grades: readonly Grade[]
  left: number
  onUndo: (() => void) | null
  undoWords: string
  timer: ReactNode
  /** Null: nothing can be done with the card now. */
  menu: readonly MenuAct[] | null
}

export function SitHead({ grades, left, onUndo, undoWords, timer, menu }: SitHeadProps) {
  const done = grades.length
  return (
    <header className={styles.head}>
      <div className={styles.left}>
        <Link className={styles.tool} href="/today">
          <CloseIcon />
          <span>
            End<span className={styles.wideOnly}> sitting</span>
          </span>
        </Link>
      </div>
      <div
        className={styles.progress}
        role="progressbar"
        aria-label="Answers given"
        aria-valuemin={0}
        aria-valuenow={done}
        aria-valuemax={done + left}
        aria-valuetext={`${done} given, ${left} left`}
      >
        <Sitting grades={grades} left={left} size="thin" />
      </div>
      <div className={styles.right}>
        {timer}
        <span className={styles.count} aria-hidden="true">
          {left} left
        </span>
        <button
          className={`${styles.tool} ${styles.phoneOnly}`}
          type="button"
          aria-label={undoWords}
          disabled={onUndo === null}
          onClick={() => onUndo?.()}
        >
          <UndoIcon />
        </button>
        {menu && <MoreMenu acts={menu} />}
      </div>
    </header>
  )
}
