'use client'
// What was just deleted or changed, with its undo. It leaves when closed.

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { send } from '../_ui/send.ts'
import { Toast } from './review/toast.tsx'
import styles from './undo-toast.module.css'

type UndoProps = {
  words: string
  change: string
  /** What is said once it was undone. */
  undone?: string
  onUndone?: () => void
}

export function UndoToast({ words, change, undone: back = 'It is back, as it was.', onUndone }: UndoProps) {
  const router = useRouter()
  const [said, setSaid] = useState<{ change: string; words: string; done: boolean } | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  const own = said?.change === change ? said : null
  const undoing = useRef(false)
  async function undo() {
    if (undoing.current) return
    undoing.current = true
    const undone = await send('POST', `/api/changes/${change}/undo`)
    undoing.current = false
    setSaid({ change, words: undone.ok ? back : undone.message, done: undone.ok || undone.code === 'not-found' || undone.code === 'stale' })
    if (!undone.ok) return
    if (onUndone) onUndone()
    else router.refresh()
  }
  return (
    <div className={styles.toast} role="status">
      {closed !== change && (
        <Toast words={own?.words ?? words} onUndo={own?.done ? null : () => void undo()} onClose={() => setClosed(change)} />
      )}
    </div>
  )
}
