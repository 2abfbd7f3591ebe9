'use client'
// All keys of the review.

import type { RefObject } from 'react'
import { CloseIcon } from '../../_ui/icons.tsx'
import styles from './float.module.css'
import sit from './sit.module.css'

const keys: readonly { does: string; caps: readonly string[] }[] = [
  { does: 'Show the answer, then Good', caps: ['Space', 'Enter'] },
  { does: 'Again, Hard, Good, Easy', caps: ['1', '2', '3', '4'] },
  { does: 'Undo', caps: ['U', 'Z'] },
  { does: 'Source', caps: ['S'] },
  { does: 'Edit the note', caps: ['E'] },
  { does: 'Bury until tomorrow', caps: ['-'] },
  { does: 'Suspend', caps: ['@'] },
  { does: 'These keys', caps: ['?'] },
  { does: 'End the sitting', caps: ['Esc'] },
]

export function KeysDialog({ dialogRef }: { dialogRef: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog ref={dialogRef} className={styles.dialog} aria-labelledby="keys-title">
      <div className={styles.dialogHead}>
        <h2 id="keys-title">Keys in review</h2>
        <button className={sit.tool} type="button" aria-label="Close" onClick={() => dialogRef.current?.close()}>
          <CloseIcon />
        </button>
      </div>
      <dl className={styles.keys}>
        {keys.map(({ does, caps }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small muted">
        They act only while the review has focus, never in a text field. On a focused button, Space and Enter press it.
      </p>
    </dialog>
  )
}
