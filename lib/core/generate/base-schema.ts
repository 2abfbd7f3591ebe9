// The head of a fact base: its name, sources, topics, nouns and verbs. Facts are read one by one, by their relation.

import { z } from 'zod'
import { phrase } from './refs.ts'
import { sourceSchema } from './source.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a name of small letters, digits and hyphens.')
const factId = z
  .string({ error: 'Write the id of a fact in quotes: "01".' })
  .regex(/^[a-z0-9-]+$/i, 'Expected an id of letters, digits and hyphens.')

const nounSchema = z
  .strictObject({
    text: phrase,
    short: phrase.optional(),
    article: z.enum(['the', 'a', 'an']).optional(),
    plural: z.boolean().default(false),
    kind: phrase.optional(),
    hint: phrase.optional(),
    gap: phrase.optional(),
    gloss: z.strictObject({ text: phrase, fact: factId }).optional(),
    examples: phrase.optional(),
    patient: phrase.optional(),
    one: phrase.optional(),
  })
  .refine(({ text, gap }) => gap === undefined || text.split(gap).length === 2, {
    error: 'The “gap” must be a part of “text” that stands in it exactly once.',
    path: ['gap'],
  })

const verbSchema = z.strictObject({ base: phrase, third: phrase, past: phrase, noun: phrase.optional(), with: phrase.optional() })

export const baseSchema = z.strictObject({
  format: z.literal(1, { error: 'This app reads fact bases of “format: 1”.' }),
  id: slug,
  title: phrase,
  version: z.int().min(1),
  subject: slug,
  sources: z.record(slug, sourceSchema).refine((sources) => Object.keys(sources).length > 0, { error: 'A fact base needs a source.' }),
  topics: z.array(phrase).min(1),
  /** Acronyms that a learner of the deck is taken to know. */
  glossary: z.record(phrase, phrase).default({}),
  nouns: z.record(slug, nounSchema),
  verbs: z.record(slug, verbSchema).default({}),
  facts: z.array(z.unknown()).min(1),
  combinations: z.array(z.unknown()).default([]),
})

const scopeSchema = z
  .strictObject({
    due_to: slug.optional(),
    not_due_to: slug.optional(),
    in: slug.optional(),
    after: slug.optional(),
    during: slug.optional(),
    if: phrase.optional(),
  })
  .refine((scope) => Object.keys(scope).length === 1, { error: 'A scope has exactly one field.' })

export const factSchema = z.strictObject({
  id: factId,
  relation: z.string(),
  topic: phrase,
  about: slug.optional(),
  hedge: phrase.optional(),
  scope: scopeSchema.optional(),
  source: slug.optional(),
  section: phrase.optional(),
  no_card: phrase.optional(),
  explained_by: z.array(z.string()).default([]),
})

export const combinationSchema = z.looseObject({ relation: z.string(), topic: phrase })

export const commonFields: ReadonlySet<string> = new Set(Object.keys(factSchema.shape))

export type RawFact = z.output<typeof factSchema>
export type RawBase = z.output<typeof baseSchema>
