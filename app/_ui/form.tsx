'use client'
// The parts of a form: what is wrong with it above, its fields, and its button.

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './form.module.css'
import { numberWord } from './words.ts'
import { useAlive } from './use-alive.ts'
import type { FormState } from './use-form.ts'

type FieldLabels = Readonly<Record<string, string>>

/** The summary takes the focus when a form is refused; each field's link leads to the field. */
export function FormFaults({ state, labels }: { state: FormState; labels: FieldLabels }) {
  const summary = useRef<HTMLDivElement>(null)
  const { faults, message, unsent, refusals } = state
  const names = Object.keys(faults)
  useEffect(() => {
    if (refusals > 0) summary.current?.focus()
  }, [refusals])
  if (names.length === 0 && message === null) return null
  const goTo = (name: string) => {
    const field = summary.current?.closest('form')?.elements.namedItem(name)
    const first = field instanceof RadioNodeList ? field[0] : field
    if (first instanceof HTMLElement) first.focus()
  }
  return (
    <div className={styles.wrong} role="alert" tabIndex={-1} ref={summary}>
      <b>
        {message ??
          `${numberWord(names.length)} ${names.length === 1 ? 'thing' : 'things'} to correct. ${unsent ? 'Nothing was sent.' : ''}`}
      </b>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button type="button" onClick={() => goTo(name)}>
                {labels[name] ?? name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type FieldProps = {
  name: string
  label: string
  fault: string | undefined
  autoComplete: string
  type?: 'text' | 'email'
  hint?: ReactNode
  defaultValue?: string
}

function describedBy(id: string, fault: string | undefined, hint: ReactNode): string | undefined {
  return [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}

function Below({ id, fault, hint }: { id: string; fault: string | undefined; hint: ReactNode }) {
  return (
    <>
      {fault && (
        <p className="err" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}

// Left to themselves, browsers and phones would mend what must be typed exactly.
const exact = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const

export function Field({ name, label, fault, autoComplete, type = 'text', hint, defaultValue }: FieldProps) {
  const id = useId()
  return (
    <div className={`field ${styles.part}`}>
      <label htmlFor={id}>{label}</label>
      {/* An e-mail field of the browser's own would refuse letters that an address may have. */}
      <input
        className="inp"
        id={id}
        name={name}
        type="text"
        inputMode={type === 'email' ? 'email' : undefined}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        aria-invalid={fault !== undefined}
        aria-describedby={describedBy(id, fault, hint)}
        {...exact}
      />
      <Below id={id} fault={fault} hint={hint} />
    </div>
  )
}

export function PasswordField({ name, label, fault, autoComplete, hint }: Omit<FieldProps, 'type' | 'defaultValue'>) {
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className={`field ${styles.part}`}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.password}>
        <input
          className="inp"
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          aria-invalid={fault !== undefined}
          aria-describedby={describedBy(id, fault, hint)}
          {...exact}
        />
        <button type="button" aria-label={`${shown ? 'Hide' : 'Show'} ${label.toLowerCase()}`} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
      <Below id={id} fault={fault} hint={hint} />
    </div>
  )
}

type PicksProps = {
  name: string
  legend: ReactNode
  fault: string | undefined
  picks: readonly { value: string; words: string; under: string }[]
}

export function Picks({ name, legend, fault, picks }: PicksProps) {
  const id = useId()
  return (
    <fieldset className={`picks ${styles.part}`} aria-describedby={fault && `${id}-fault`}>
      <legend>{legend}</legend>
      {picks.map(({ value, words, under }) => (
        <label className="pick" key={value}>
          <input type="radio" name={name} value={value} className={fault && 'amiss'} />
          <span>
            {words}
            <small>{under}</small>
          </span>
        </label>
      ))}
      <Below id={id} fault={fault} hint={null} />
    </fieldset>
  )
}

export function Submit({ words, sending, main = false }: { words: string; sending: boolean; main?: boolean }) {
  // Before the scripts are there, the browser itself would send the form, and load the page anew without what was typed.
  const alive = useAlive()
  return (
    <p className={styles.submit}>
      <button className={main ? 'btn btn-main' : 'btn'} type="submit" disabled={!alive} aria-disabled={sending}>
        {words}
      </button>
    </p>
  )
}
