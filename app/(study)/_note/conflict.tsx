'use client'
// Two versions of a note, of which one text is kept, field by field. Nothing is lost until it is chosen.

import { useState } from 'react'
import { labelOfField } from '#lib/core/note/generated-fields.ts'
import type { NoteFields } from '#lib/core/note/note.ts'
import type { EditedNote } from '#lib/core/note/view.ts'
import { clockTime } from '../../_ui/days.ts'
import styles from './note.module.css'

type Props = {
  here: NoteFields
  current: EditedNote
  zone: string
  error: string | null
  onKeep: (fields: NoteFields) => void
  onGoOn: () => void
}

const names: Readonly<Record<string, string>> = {
  front: 'Question',
  back: 'Answer',
  text: 'Text',
  why: 'Explanation',
  source: 'Source',
  items: 'Order of the items',
}

const nameOf = (field: string) => names[field] ?? (/^item:[^.]*$/.test(field) ? 'Item' : labelOfField(field))

export function Conflict({ here, current, zone, error, onKeep, onGoOn }: Props) {
  const there = current.fields
  const differing = [...new Set([...Object.keys(here), ...Object.keys(there)])].filter((name) => (here[name] ?? '') !== (there[name] ?? ''))
  // Whoever is here sees their own first: what they wrote last.
  const [kept, setKept] = useState<Readonly<Record<string, 'here' | 'there'>>>({})
  const sides = { here: 'Here, not yet saved', there: `Saved at ${clockTime(current.updatedAt, zone)}` }
  return (
    <main id="main" className="page">
      <div className="sec open">
        <div className="in">
          <h1 className="title">Two versions of this note</h1>
          <p className="lead muted">
            It was saved elsewhere at {clockTime(current.updatedAt, zone)}, while you were writing here. Nothing is lost: choose, field by
            field.
          </p>
        </div>
      </div>
      {differing.map((name) => (
        <div key={name} className="sec rule">
          <fieldset className={`in ${styles.choose}`}>
            <legend>
              <h2>{nameOf(name)}</h2>
            </legend>
            {(['here', 'there'] as const).map((side) => (
              <label key={side} className={styles.pick} aria-label={`${nameOf(name)}: ${sides[side]}`}>
                <input
                  type="radio"
                  name={name}
                  checked={(kept[name] ?? 'here') === side}
                  onChange={() => setKept({ ...kept, [name]: side })}
                />
                <span>
                  <small>{sides[side]}</small>
                  <span>
                    {name === 'items'
                      ? `As it is ${side === 'here' ? 'here' : 'there'}`
                      : (side === 'here' ? here : there)[name] || 'empty'}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        </div>
      ))}
      {differing.length === 0 && <p className="sec">Both say the same.</p>}
      <div className="sec">
        <div className={`in ${styles.bar}`}>
          <button
            className="btn btn-main"
            type="button"
            onClick={() =>
              onKeep(
                Object.fromEntries([
                  ...Object.entries(there),
                  ...differing.map((name) => [name, ((kept[name] ?? 'here') === 'here' ? here : there)[name] ?? '']),
                ]),
              )
            }
          >
            Save this note
          </button>
          <button className="btn btn-quiet" type="button" onClick={onGoOn}>
            Go on editing
          </button>
          <span className="hint">The text that is replaced is kept for 30&nbsp;days.</span>
          <p className="err" role="alert">
            {error}
          </p>
        </div>
      </div>
    </main>
  )
}
