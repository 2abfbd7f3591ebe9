'use client'
// Light, dark, or as the system has it.

import { THEMES } from '#lib/core/preferences.ts'
import { FormSection, Radios } from './fields.tsx'
import { themeNames } from './settings-words.ts'
import type { SettingsState } from './use-settings.ts'

export function LookSection({ state }: { state: SettingsState }) {
  return (
    <FormSection id="look" title="Look" state={state}>
      <Radios
        legend="Theme"
        hideLegend
        name="theme"
        names={themeNames}
        values={THEMES}
        value={state.settings.preferences.theme}
        onChoose={(theme) => state.change('look', { preferences: { theme } })}
      />
    </FormSection>
  )
}
