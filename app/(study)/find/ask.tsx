'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import floats from '../review/float.module.css'

/** A dialog that is there while it is drawn. */
export function Ask({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={floats.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

export function Choice({ verb, opposite, onClose }: { verb: string; opposite: string; onClose: () => void }) {
  return (
    <p className="acts">
      <button className="btn btn-main" type="submit">
        {verb}
      </button>
      <button className="btn btn-quiet" type="button" onClick={onClose}>
        {opposite}
      </button>
    </p>
  )
}
