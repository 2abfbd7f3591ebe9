'use client'
// The parts that the sections of settings are made of.

import type { ReactNode } from 'react'
import styles from './settings.module.css'
import type { Section, SettingsState } from './use-settings.ts'

type FormSectionProps = { id: Section; title: string; state: SettingsState; note?: ReactNode; children: ReactNode }

/** A section with its heading in the margin, and at its end what became of the last change in it. */
export function FormSection({ id, title, state, note, children }: FormSectionProps) {
  const said = state.said?.section === id ? state.said : null
  return (
    <section className="sec rule" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {title}
      </h2>
      <div className={`in ${styles.narrow}`}>
        {children}
        <p className={styles.said} role="status">
          {said?.kind === 'saved' && 'Saved.'}
          {said?.kind === 'saving' && 'Saving.'}
        </p>
        {said?.kind === 'failed' && (
          <p className={styles.failed} role="alert">
            {said.message}{' '}
            <button type="button" onClick={() => state.retry(id)}>
              Save again
            </button>
          </p>
        )}
      </div>
      {note}
    </section>
  )
}

type RadiosProps<Value extends string> = {
  legend: string
  hideLegend?: boolean
  name: string
  names: Readonly<Record<Value, string>>
  values: readonly Value[]
  value: Value
  onChoose: (value: Value) => void
}

export function Radios<Value extends string>({ legend, hideLegend = false, name, names, values, value, onChoose }: RadiosProps<Value>) {
  return (
    <fieldset className="picks">
      <legend className={hideLegend ? 'vh' : undefined}>{legend}</legend>
      {values.map((choice) => (
        <label key={choice} className="pick">
          <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(choice)} />
          <span>{names[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}

type TickProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; hint?: string }

export function Tick({ checked, onChange, children, hint }: TickProps) {
  return (
    <label className="pick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {children}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  )
}
