// A combination puts facts together that stand alone elsewhere: it claims nothing that they do not say.

import { z } from 'zod'
import type { Fact } from './fact-base.ts'
import type { Refs } from './refs.ts'
import type { Draft } from './relation.ts'

/** What a combination is made from: references into the base, and its facts by id. */
export type Parts = Refs & { combined: z.ZodType<Fact, string> }

export type Combined = {
  /** Each fact that it rests on. */
  facts: readonly Fact[]
  /** The fact that its cards ask for, where they ask for one. */
  own: Fact | null
  cards: readonly Draft[]
}

export type Combination = Combined & { relation: string; topic: string }

/** Facts by which it is known: in whatever order it names them. */
export function idsOf({ facts }: Combined): readonly string[] {
  return [...new Set(facts.map((fact) => fact.id))].toSorted()
}

export type CombinationRead = { ok: true; combined: Combined } | { ok: false; error: z.ZodError }

export type Combining = { name: string; read: (raw: unknown, parts: Parts) => CombinationRead }

/** What `combine` found to be wrong: a sentence, and where. */
export type Fault = { fault: string; path: readonly PropertyKey[] }

export function combining<Shape extends z.core.$ZodLooseShape>(
  name: string,
  shape: (parts: Parts) => Shape,
  combine: (fields: z.output<z.ZodObject<Shape, z.core.$strict>>) => Combined | Fault,
): Combining {
  return {
    name,
    read(raw, parts) {
      const parsed = z
        .strictObject(shape(parts))
        .transform((fields, context) => {
          const combined = combine(fields)
          if (!('fault' in combined)) return combined
          context.addIssue({ code: 'custom', message: combined.fault, path: [...combined.path] })
          return z.NEVER
        })
        .safeParse(raw)
      return parsed.success ? { ok: true, combined: parsed.data } : { ok: false, error: parsed.error }
    },
  }
}
