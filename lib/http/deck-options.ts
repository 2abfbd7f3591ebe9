// Reads the form of a deck's options. What cannot be read is said field by field, in words for a person.

import { z } from 'zod'
import type { PresetVersionId } from '#lib/core/ids.ts'

export type OptionField = 'newPerDay' | 'reviewsPerDay' | 'desiredRetention'
export type OptionErrors = Partial<Record<OptionField, string>>
/** As the form holds them: counts, and the desired retention in percent. */
export type OptionTexts = Record<OptionField, string>

export type ReadOptions =
  | { ok: true; options: { newPerDay: number; reviewsPerDay: number; desiredRetention: number; presetVersion: PresetVersionId } }
  | { ok: false; errors: OptionErrors }

const MOST_PER_DAY = 9_999

const whole = (min: number, max: number, error: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, error)
    .transform(Number)
    .refine((value) => value >= min && value <= max, error)

const perDay = `Write a whole number from 0 to ${MOST_PER_DAY}.`
const form = z.object({
  newPerDay: whole(0, MOST_PER_DAY, perDay),
  reviewsPerDay: whole(0, MOST_PER_DAY, perDay),
  desiredRetention: whole(70, 99, 'Write a whole number of percent from 70 to 99.').transform((percent) => percent / 100),
})

/** `presetVersion` is the version that the form was filled from. */
export function readDeckOptions(texts: OptionTexts, presetVersion: PresetVersionId): ReadOptions {
  const read = form.safeParse(texts)
  if (read.success) return { ok: true, options: { ...read.data, presetVersion } }
  const { fieldErrors } = z.flattenError(read.error)
  return { ok: false, errors: Object.fromEntries(Object.entries(fieldErrors).map(([field, [first]]) => [field, first])) as OptionErrors }
}
