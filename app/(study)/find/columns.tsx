'use client'
// The head of the list: what its columns are, and the box that selects all.

import styles from './find.module.css'

type ColumnsProps = { all: boolean; some: boolean; onAll: () => void; onNone: () => void }

export function Columns({ all, some, onAll, onNone }: ColumnsProps) {
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.columns}>
        <div role="columnheader" className={styles.c} aria-label="Selected">
          <label className={styles.tick}>
            <span className="vh">Select all that is found</span>
            <input
              type="checkbox"
              checked={all}
              ref={(box) => {
                if (box) box.indeterminate = some && !all
              }}
              onChange={some ? onNone : onAll}
            />
          </label>
        </div>
        <div role="columnheader">Question</div>
        <div role="columnheader" className={styles.d}>
          Deck and tags
        </div>
        <div role="columnheader" className={styles.w}>
          Next
        </div>
        <div role="columnheader" className={styles.m}>
          Recall
        </div>
        <div role="columnheader" className={styles.e}>
          <span className="vh">Edit</span>
        </div>
      </div>
    </div>
  )
}
