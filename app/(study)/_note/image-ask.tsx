'use client'
// Before an image goes into a note: what it shows, for those who do not see it.

import { useEffect, useId, useRef, useState } from 'react'
import { send } from '../../_ui/send.ts'
import styles from './note.module.css'

type Props = { file: File; onAdd: (markdown: string) => void; onLeaveOut: () => void }

export function ImageAsk({ file, onAdd, onLeaveOut }: Props) {
  const id = useId()
  const image = useRef<HTMLImageElement>(null)
  const [alt, setAlt] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    if (image.current) image.current.src = made
    return () => URL.revokeObjectURL(made)
  }, [file])

  async function add() {
    if (alt.trim() === '') return setError('Say what the image shows, for those who do not see it.')
    setSending(true)
    const stored = await send<{ hash: string }>('POST', '/api/media', file)
    setSending(false)
    if (!stored.ok) return setError(stored.message)
    onAdd(`![${alt.trim().replace(/[[\]\\\n]/g, ' ')}](media:${stored.value.hash})`)
  }

  return (
    <div className={styles.image} role="group" aria-label="Add an image">
      {/* oxlint-disable-next-line nextjs/no-img-element -- a blob of this page's own, which no optimiser can fetch */}
      <img ref={image} alt="" />
      <div className="field">
        <label htmlFor={id}>What the image shows</label>
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was the learner who brought the image
          autoFocus
          className="inp"
          id={id}
          value={alt}
          maxLength={500}
          autoComplete="off"
          aria-invalid={error !== null}
          aria-describedby={`${id}error`}
          onChange={(event) => setAlt(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.stopPropagation()
            void add()
          }}
        />
        <p className="err" id={`${id}error`} role="alert">
          {error}
        </p>
      </div>
      <p className="acts">
        <button className="btn" type="button" aria-disabled={sending} onClick={() => void add()}>
          Add image
        </button>
        <button className="btn btn-quiet" type="button" onClick={onLeaveOut}>
          Leave it out
        </button>
      </p>
    </div>
  )
}
