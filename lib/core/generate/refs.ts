// Fields of a fact that refer to something else in its base: nouns, verbs, facts. They resolve while they are parsed, so that a dangling one is an error with a line.

import { z } from 'zod'
import type { Verb } from './english.ts'
import type { Noun } from './noun.ts'

export type Lexicon = {
  nouns: ReadonlyMap<string, Noun>
  verbs: ReadonlyMap<string, Verb>
  factIds: ReadonlySet<string>
}

export type Refs = ReturnType<typeof refsInto>

export function refsInto({ nouns, verbs, factIds }: Lexicon) {
  const noun = reference(nouns, 'noun')
  return {
    noun,
    verb: reference(verbs, 'verb'),
    fact: z.string().refine((id) => factIds.has(id), { error: (issue) => `There is no fact “${String(issue.input)}” in this base.` }),
    text: phrase,
    /** One noun, or a list like `items`. */
    oneOrMore: z
      .union([z.string(), z.array(z.string()).min(2)], 'Expected the name of a noun, or a list of two or more.')
      .transform((ids, context): readonly Noun[] => {
        return [ids].flat().map((id, index) => nouns.get(id) ?? missing('noun', id, context, typeof ids === 'string' ? [] : [index]))
      }),
    /** A list whose items' names are part of the identity of their cards. */
    items: z
      .array(noun)
      .min(2)
      .refine((items) => new Set(items).size === items.length, { error: 'An item stands twice in this list.' }),
    joint: z.enum(['and', 'or']),
  }
}

/** A fact of the base, once all are read. */
export function factRef<Entry extends { id: string }>(facts: readonly Entry[]): z.ZodType<Entry, string> {
  return reference(new Map(facts.map((fact) => [fact.id, fact])), 'fact')
}

/** A piece of a sentence: it has no line breaks, no blanks around it, and no gap or HTML of its own. */
export const phrase = z
  .string()
  .regex(/^\S(.*\S)?$/, 'Expected a phrase on one line, without blanks around it.')
  .regex(/^(?!.*(\{\{|\}\}|<))/, 'A phrase holds no “{{”, “}}” or “<”.')

function reference<Entry>(entries: ReadonlyMap<string, Entry>, what: string) {
  return z.string().transform((id, context): Entry => entries.get(id) ?? missing(what, id, context, []))
}

function missing(what: string, id: string, context: z.core.$RefinementCtx, path: PropertyKey[]): never {
  context.addIssue({ code: 'custom', message: `There is no ${what} “${id}” in this base.`, path })
  return z.NEVER
}
