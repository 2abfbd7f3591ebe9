'use client'
// The options of a deck, saved as one. Two devices that save both see what the other chose before it is replaced.

import { useActionState } from 'react'
import type { OptionsState } from './actions.ts'
import { saveOptions } from './actions.ts'
import styles from './deck.module.css'

type Field = keyof OptionsState['texts']
type OptionsFormProps = {
  deckId: string
  options: { newPerDay: number; reviewsPerDay: number; desiredRetention: number; presetVersion: string }
}

const fields: readonly { name: Field; label: string; hint: string; unit: string }[] = [
  { name: 'newPerDay', label: 'New cards a day', hint: 'How many cards you meet for the first time.', unit: '' },
  { name: 'reviewsPerDay', label: 'Reviews a day', hint: 'At most so many; what is over waits for the next day.', unit: '' },
  {
    name: 'desiredRetention',
    label: 'Desired retention',
    hint: 'The recall to aim for on the day a card is due. Higher means shorter intervals and more reviews; above 97% many more.',
    unit: '%',
  },
]

export function OptionsForm({ deckId, options }: OptionsFormProps) {
  const texts = {
    newPerDay: String(options.newPerDay),
    reviewsPerDay: String(options.reviewsPerDay),
    desiredRetention: String(Math.round(options.desiredRetention * 100)),
  }
  const first: OptionsState = { texts, presetVersion: options.presetVersion, errors: {}, inForce: null, said: null }
  const [state, save, saving] = useActionState(saveOptions.bind(null, deckId), first)
  return (
    <section className="sec rule" aria-labelledby="options">
      <h2 className="label" id="options">
        Options
      </h2>
      <form className="in" action={save} noValidate>
        <div>
          {fields.map((field) => (
            <OptionField key={field.name} {...field} state={state} />
          ))}
        </div>
        <div className={styles.said} role="status">
          {state.said && <p className={state.said.ok ? '' : styles.refused}>{state.said.words}</p>}
          {state.inForce && (
            <p className={styles.refused}>
              Now: {state.inForce.newPerDay} new and {state.inForce.reviewsPerDay} reviews a day, {state.inForce.desiredRetention}% desired
              retention. The fields hold what you chose.
            </p>
          )}
        </div>
        <button className="btn" type="submit" disabled={saving}>
          Save options
        </button>
      </form>
      <p className="note">Saving moves no card: due dates stay, and what you choose counts from the next answers on.</p>
    </section>
  )
}

function OptionField({ name, label, hint, unit, state }: (typeof fields)[number] & { state: OptionsState }) {
  const error = state.errors[name]
  const described = [`${name}-hint`, ...(error ? [`${name}-error`] : [])].join(' ')
  return (
    <div className={styles.field}>
      <div>
        <label htmlFor={name}>{label}</label>
        <span className={`hint ${styles.hint}`} id={`${name}-hint`}>
          {hint}
        </span>
      </div>
      <span className={styles.value}>
        <input
          className="inp"
          key={state.texts[name]}
          id={name}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={state.texts[name]}
          aria-describedby={described}
          aria-invalid={error !== undefined}
        />
        {unit}
      </span>
      {error && (
        <p className={`err ${styles.error}`} id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
