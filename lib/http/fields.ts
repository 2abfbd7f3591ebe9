// What fields of requests have in common.

import { z } from 'zod'
import { readUuid } from './uuid.ts'

export const id = <Id extends string>() =>
  z.string().transform((text, context): Id => {
    const read = readUuid<Id>(text)
    if (read === null) context.addIssue({ code: 'custom', message: 'no UUID' })
    return read ?? z.NEVER
  })
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000\uE001]|\p{Surrogate}/gu
/** One line, without what cannot be seen. */
export const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(unseen, '').trim())

/** A version that an edit was made from. */
export const version = z.int().min(1).max(2_000_000_000)
