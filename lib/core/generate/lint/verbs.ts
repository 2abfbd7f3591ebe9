// Verbs as the linter knows them when it reads who does what: those of the base, and the plain ones that questions are made of.

import type { Verb } from '../english.ts'

export type VerbForm = {
  /** Verbs of one meaning share a lemma: to cause, to result in, to lead to. */
  lemma: string
  /** Its plain form. */
  base: string
  form: 'base' | 'third' | 'past' | 'going'
  /** The word that belongs to it: "in" of "results in". */
  particle: string | undefined
  /** "Results from": what stands before it is what it comes to. */
  reversed: boolean
}

export type Verbs = {
  /** By the word itself; a verb with a particle is one only before it. */
  forms: ReadonlyMap<string, readonly VerbForm[]>
  /** Acts by their noun: "invasion" is to invade. */
  acts: ReadonlyMap<string, string>
}

type Plain = readonly [base: string, third: string, past: string, lemma?: string, particle?: string | undefined, reversed?: boolean]

const plain: readonly Plain[] = [
  ['cause', 'causes', 'caused', 'cause'],
  ['result', 'results', 'resulted', 'cause', 'in'],
  ['lead', 'leads', 'led', 'cause', 'to'],
  ['produce', 'produces', 'produced', 'cause'],
  ['trigger', 'triggers', 'triggered', 'cause'],
  ['bring', 'brings', 'brought', 'cause', 'about'],
  ['explain', 'explains', 'explained', 'cause'],
  ['result', 'results', 'resulted', 'cause', 'from', true],
  ['arise', 'arises', 'arisen', 'cause', 'from', true],
  ['arise', 'arises', 'arisen', 'cause', undefined, true],
  ['come', 'comes', 'come', 'cause', 'from', true],
  ['stem', 'stems', 'stemmed', 'cause', 'from', true],
  ['follow', 'follows', 'followed', 'cause', 'from', true],
  ['predispose', 'predisposes', 'predisposed', 'predispose', 'to'],
  ['complicate', 'complicates', 'complicated', 'complicate'],
  ['show', 'shows', 'shown', 'show'],
  ['reveal', 'reveals', 'revealed', 'show'],
  ['belong', 'belongs', 'belonged', 'belong', 'to'],
  ['belong', 'belongs', 'belonged', 'belong', 'among'],
  ['stand', 'stands', 'stood', 'stand', 'for'],
  ['mean', 'means', 'meant', 'mean'],
  ['center', 'centers', 'centered', 'center', 'on'],
  ['give', 'gives', 'given', 'give'],
  ['use', 'uses', 'used', 'use'],
  ['make', 'makes', 'made', 'make'],
  ['do', 'does', 'done', 'do'],
  ['see', 'sees', 'seen', 'see'],
  ['harbor', 'harbors', 'harbored'],
  ['find', 'finds', 'found', 'find'],
  ['lie', 'lies', 'lain', 'lie'],
  ['serve', 'serves', 'served', 'serve'],
  ['have', 'has', 'had', 'have'],
]

export function verbsOf(lexicon: ReadonlyMap<string, Verb>): Verbs {
  const forms = new Map<string, VerbForm[]>()
  const add = (words: readonly string[], lemma: string, particle?: string, reversed = false) => {
    const kinds = ['base', 'third', 'past', 'going'] as const
    for (const [index, word] of words.entries()) {
      const form = { lemma, base: words[0] ?? word, form: kinds[index] ?? 'base', particle, reversed } satisfies VerbForm
      forms.set(word, [...(forms.get(word) ?? []), form])
    }
  }
  for (const [base, third, past, lemma = base, particle, reversed] of plain)
    add([base, third, past, going(base)], lemma, particle, reversed)
  for (const { base, third, past } of lexicon.values()) {
    if (!forms.has(base) && !base.includes(' ')) add([base, third, past, going(base)], base)
  }
  const acts = new Map([...lexicon.values()].flatMap(({ base, noun }) => (noun === undefined ? [] : [[noun, base] as const])))
  return { forms, acts }
}

function going(base: string): string {
  return `${base.replace(/(?<=[^aeiou])e$/, '')}ing`
}
