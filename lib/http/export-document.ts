// Reads a learner's export, the JSON of docs/export.md. Rows are checked by the tables they go into; events as those of a batch.

import { z } from 'zod'
import { isZone } from '#lib/core/day.ts'
import { readName } from '#lib/core/name.ts'
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportDocument, type ExportRow } from '#lib/core/export.ts'
import { storedDaysOff } from '#lib/core/preferences/parse-days-off.ts'
import { storedPreferences } from '#lib/core/preferences/parse.ts'
import { readStampedEvent } from './event-batch.ts'

/** What could not be a name here is let go: the rest of a file is worth more. */
function nameOrNull(text: string): string | null {
  const read = readName(text)
  return read.ok ? read.name : null
}

const rows = z.array(z.looseObject({ id: z.uuid() }))

const document = z.object({
  format: z.literal(EXPORT_FORMAT),
  formatVersion: z.int(),
  settings: z.object({
    // Files from before there were names and days off have none.
    name: z.string().max(1_000).transform(nameOrNull).nullable().default(null),
    daysOff: z.unknown().default(null).transform(storedDaysOff),
    zone: z.string().max(64).refine(isZone),
    rolloverHour: z.int().min(0).max(23),
    preferences: z.unknown().transform(storedPreferences),
  }),
  events: z.array(z.unknown()),
  presets: rows,
  presetVersions: z.array(z.looseObject({ id: z.uuid(), options: z.looseObject({ parameters: z.array(z.number()).length(21) }) })),
  decks: rows,
  notes: rows,
  cards: rows,
  // Files from before there were images have none.
  media: rows.default([]),
})

export type ReadExport = { ok: true; document: ExportDocument } | { ok: false; sentence: string }

const refused = (sentence: string): ReadExport => ({ ok: false, sentence: `${sentence} Nothing was restored.` })

export function readExport(text: string): ReadExport {
  const read = document.safeParse(parsed(text))
  if (!read.success) return refused('This is no whole export of Myelin: download everything again, or use another copy.')
  if (read.data.formatVersion !== EXPORT_VERSION) return refused('This export was made by a newer Myelin: restore it with that version.')
  const { settings, events: raw, presets, presetVersions, decks, notes, cards, media } = read.data
  const events = raw.map(readStampedEvent)
  const wrong = events.indexOf(null)
  if (wrong !== -1) return refused(`Event ${wrong + 1} of ${events.length} cannot be read: use another copy.`)
  const own = { presets, presetVersions, decks, notes, cards, media } satisfies Record<string, readonly ExportRow[]>
  return { ok: true, document: { settings, events: events.filter((event) => event !== null), rows: own } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
