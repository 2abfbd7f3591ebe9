'use client'
// All keys of the review, as this learner has them.

import Link from 'next/link'
import type { RefObject } from 'react'
import { capOf, COMMAND_NAMES, COMMANDS } from '#lib/core/preferences.ts'
import { CloseIcon } from '../../_ui/icons.tsx'
import styles from './float.module.css'
import sit from './sit.module.css'
import type { Keyboard } from './use-keys.ts'

type KeysDialogProps = { keyboard: Keyboard; dialogRef: RefObject<HTMLDialogElement | null> }

export function KeysDialog({ keyboard: { keysOn, keys }, dialogRef }: KeysDialogProps) {
  return (
    <dialog ref={dialogRef} className={styles.dialog} aria-labelledby="keys-title">
      <div className={styles.dialogHead}>
        <h2 id="keys-title">Keys in review</h2>
        <button className={sit.tool} type="button" aria-label="Close" onClick={() => dialogRef.current?.close()}>
          <CloseIcon />
        </button>
      </div>
      {!keysOn && <p>Single keys are switched off. Ctrl+Z undoes all the same.</p>}
      {keysOn && (
        <dl className={styles.keys}>
          {COMMANDS.map((command) => (
            <div key={command}>
              <dt>{COMMAND_NAMES[command]}</dt>
              <dd>
                {keys[command].map((key) => (
                  <kbd key={key}>{capOf(key)}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small muted">
        They act only while the review has focus, never in a text field. On a focused button, Space and Enter press it.{' '}
        <Link href="/settings#keys">Change or switch them off</Link>
      </p>
    </dialog>
  )
}
