'use client'
// What the learner is called. It is saved when the field is left, or with Enter.

import { useState } from 'react'
import { readName } from '#lib/core/name.ts'
import { FormSection } from './fields.tsx'
import type { SettingsState } from './use-settings.ts'

export function NameSection({ state }: { state: SettingsState }) {
  const { name } = state.settings
  /** What is being typed; null: what is saved stands in the field. */
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  function keep() {
    if (typed === null) return
    const read = readName(typed)
    setFault(read.ok ? null : read.message)
    if (!read.ok) return
    setTyped(null)
    if (read.name !== name) state.change('name', { name: read.name })
  }

  return (
    <FormSection id="name" title="Name" state={state}>
      <div className="field">
        <label htmlFor="own-name">What you are called</label>
        <input
          className="inp"
          id="own-name"
          autoComplete="name"
          value={typed ?? name ?? ''}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? 'name-hint' : 'name-fault name-hint'}
        />
        {fault !== null && (
          <p className="err" id="name-fault" role="alert">
            {fault}
          </p>
        )}
        <p className="hint" id="name-hint">
          Seen by you, and by whoever runs this Myelin. You sign in without it.
        </p>
      </div>
    </FormSection>
  )
}
