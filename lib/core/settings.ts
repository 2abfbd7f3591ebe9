// A learner's settings, all of them at once: what they are called, when their day begins, when they are off, what they prefer.

import type { DaysOff } from './days-off.ts'
import type { Preferences } from './preferences.ts'

export type Settings = {
  /** Null: none was given. */
  name: string | null
  zone: string
  rolloverHour: number
  daysOff: DaysOff
  preferences: Preferences
}

/** Settings as read, with the number that a change must name: a change that names an older one is refused. */
export type VersionedSettings = { settings: Settings; version: number }
