// A learner's export: everything they made and every answer, as values. docs/export.md says how it is written as JSON.

import type { StudyEvent } from './event.ts'
import type { Settings } from './settings.ts'

export const EXPORT_FORMAT = 'myelin-export'
export const EXPORT_VERSION = 1

/** The tables of a learner's own rows, each after those that it refers to, by their names in the file. */
export const EXPORTED_ROWS = ['presets', 'presetVersions', 'decks', 'notes', 'cards', 'media'] as const
export type ExportedRows = (typeof EXPORTED_ROWS)[number]

/** A row as the table has it, without its learner. */
export type ExportRow = Readonly<Record<string, unknown>> & { readonly id: string }

export type ExportDocument = {
  settings: Settings
  events: StudyEvent[]
  rows: Readonly<Record<ExportedRows, readonly ExportRow[]>>
}
