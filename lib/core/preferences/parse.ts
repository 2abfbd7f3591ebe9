// Reads preferences out of JSON, stored or sent: the one place. The browser never loads this.

import { z } from 'zod'
import {
  COMMANDS,
  DEFAULT_KEYS,
  DEFAULT_PREFERENCES,
  keyMapRefusal,
  keyName,
  type KeyMap,
  type Preferences,
  TEXT_SIZES,
  THEMES,
} from '../preferences.ts'

const MOST_KEYS = 4

const key = z.string().min(1).max(20).transform(keyName)
const keyMap = z
  .partialRecord(z.enum(COMMANDS), z.array(key).max(MOST_KEYS))
  .transform((map): KeyMap => ({ ...DEFAULT_KEYS, ...map }))
  .superRefine((map, context) => {
    const refusal = keyMapRefusal(map)
    if (refusal !== null) context.addIssue({ code: 'custom', message: refusal })
  })

const fields = {
  theme: z.enum(THEMES),
  textSize: z.enum(TEXT_SIZES),
  buttons: z.enum(['four', 'two']),
  timer: z.boolean(),
  source: z.boolean(),
  keysOn: z.boolean(),
  keys: keyMap,
}
const preferences = z.object(fields)

/** As a form sends them: all of them, or the sentence that says what cannot be. Null: no preferences at all. */
export function readPreferences(value: unknown): { ok: true; preferences: Preferences } | { ok: false; refusal: string | null } {
  const read = preferences.safeParse(value)
  if (read.success) return { ok: true, preferences: read.data }
  const refused = read.error.issues.find((issue) => issue.code === 'custom')
  return { ok: false, refusal: refused?.message ?? null }
}

/** As they are stored: what is absent, or was written by a version that knew other values, stands at its default. */
export function storedPreferences(value: unknown): Preferences {
  const stored = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const read = Object.entries(fields).flatMap(([name, field]) => {
    const parsed = field.safeParse(stored[name])
    return parsed.success ? [[name, parsed.data]] : []
  })
  return { ...DEFAULT_PREFERENCES, ...(Object.fromEntries(read) as Partial<Preferences>) }
}
