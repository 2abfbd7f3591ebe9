'use client'
// The settings themselves. Each takes effect as it is chosen; there is nothing to press.

import type { VersionedSettings } from '#lib/core/settings.ts'
import { DaySection } from './day-section.tsx'
import { DaysOffSection } from './days-off-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { LookSection } from './look-section.tsx'
import { NameSection } from './name-section.tsx'
import { ReviewSection } from './review-section.tsx'
import { Stale } from './stale.tsx'
import { useSettings } from './use-settings.ts'

type SettingsFormProps = { current: VersionedSettings; nowMs: number; zones: readonly string[] }

export function SettingsForm({ current, nowMs, zones }: SettingsFormProps) {
  const state = useSettings(current)
  return (
    <>
      {state.stale && <Stale there={state.stale.settings} here={state.settings} onSettle={state.settle} />}
      <NameSection state={state} />
      <DaySection state={state} nowMs={nowMs} zones={zones} />
      <DaysOffSection state={state} nowMs={nowMs} />
      <ReviewSection state={state} />
      <KeysSection state={state} />
      <LookSection state={state} />
    </>
  )
}
