// Where a fact was read, in the form in which it is cited.

import { z } from 'zod'
import { words } from './english.ts'
import { phrase } from './refs.ts'

const year = z.int().min(1500).max(2200)

export const sourceSchema = z
  .strictObject({
    title: phrase,
    authors: phrase.optional(),
    publisher: phrase,
    /** As printed; "undated" where it is not. */
    date: phrase,
    year: year.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** The publication that the source itself rests on. */
    reference: z
      .strictObject({ authors: phrase, title: phrase, journal: phrase, year, volume: phrase.optional(), pages: phrase.optional() })
      .optional(),
  })
  .refine((source) => source.year !== undefined || source.reference !== undefined, {
    error: 'A source needs a “year”, its own or that of its “reference”: a learner must see how old a claim is.',
  })

export type Source = z.output<typeof sourceSchema>

/** One line: “Title”, publisher, date (section), citing its reference. */
export function citationOf(source: Source, section?: string): string {
  const { authors, title, publisher, date, url, reference } = source
  const head = words(authors && `${authors}.`, `“${title}”, ${publisher}, ${date}`, section && `(section “${section}”)`)
  const cited = reference && `citing ${reference.authors}. ${closed(reference.title)} ${reference.journal} ${issueOf(reference)}`
  return `${[head, url, cited].filter((part) => part !== undefined).join(', ')}${cited === undefined ? '.' : ''}`
}

/** Year of the reference, which tells how old the claim is; of the source itself where it cites none. */
export function yearOf(source: Source): number {
  return source.reference?.year ?? source.year ?? Number.NaN
}

function issueOf({ year, volume, pages }: NonNullable<Source['reference']>): string {
  return `${year}${volume === undefined ? '' : `;${volume}`}${pages === undefined ? '' : `:${pages}`}.`
}

function closed(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`
}
