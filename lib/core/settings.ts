// A learner's settings, all of them at once: when their day begins, and what they prefer.

import type { Preferences } from './preferences.ts'

export type Settings = { zone: string; rolloverHour: number; preferences: Preferences }

/** Settings as read, with the number that a change must name: a change that names an older one is refused. */
export type VersionedSettings = { settings: Settings; version: number }
