'use client'
// The search as one line of words, and what is wrong with it: the word, why, and the word that may have been meant.

import { useId, type RefObject } from 'react'
import type { SearchFault } from '#lib/core/search/query.ts'
import { CloseIcon } from '../../_ui/icons.tsx'
import styles from './find.module.css'

type Props = {
  text: string
  fault: SearchFault | null
  fieldRef: RefObject<HTMLInputElement | null>
  onType: (text: string) => void
  onGo: (text: string) => void
}

export function SearchField({ text, fault, fieldRef, onType, onGo }: Props) {
  const id = useId()
  const put = (query: string) => {
    onGo(query)
    fieldRef.current?.focus()
  }
  return (
    <search>
      <form
        className={styles.seek}
        onSubmit={(event) => {
          event.preventDefault()
          onGo(text)
        }}
      >
        <label className="vh" htmlFor={id}>
          Find cards
        </label>
        <input
          ref={fieldRef}
          className={`inp ${styles.field}`}
          id={id}
          name="q"
          value={text}
          onChange={(event) => onType(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          aria-invalid={fault !== null}
          aria-describedby={fault ? `${id}fault` : undefined}
        />
        {text !== '' && (
          <button className={styles.clear} type="button" aria-label="Clear the search" onClick={() => put('')}>
            <CloseIcon />
          </button>
        )}
      </form>
      <div role="status">{fault && <Fault id={`${id}fault`} text={text} fault={fault} onGo={put} />}</div>
    </search>
  )
}

type FaultProps = { id: string; text: string; fault: SearchFault; onGo: (text: string) => void }

function Fault({ id, text, fault: { start, end, message, repair }, onGo }: FaultProps) {
  const [before, word, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  return (
    <div className={styles.fault}>
      <p className={styles.point} aria-hidden="true">
        {before}
        <span>{word}</span>
        {after}
      </p>
      <p className={styles.why} id={id}>
        {message}
      </p>
      <p className="do">
        {repair !== null && (
          <button type="button" onClick={() => onGo(`${before}${repair}${after}`)}>
            Write {repair}
          </button>
        )}
        <button type="button" onClick={() => onGo(`${before}${after}`.replace(/\s+/g, ' ').trim())}>
          Leave this word out
        </button>
      </p>
    </div>
  )
}
