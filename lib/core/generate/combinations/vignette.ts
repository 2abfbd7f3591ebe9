// A patient in a few words, each of them a fact: which disease fits, or what the source names for such a case.

import { z } from 'zod'
import { joined, question, statement, words } from '../english.ts'
import { combining, type Combined, type Fault, type Parts } from '../combination.ts'
import type { Fact } from '../fact-base.ts'
import { answer, bare, type Noun } from '../noun.ts'
import { asks, type Clue, type Common } from '../relation.ts'

const elementOf = (parts: Parts) =>
  z.strictObject({ fact: parts.combined, item: parts.noun.optional() }).transform(({ fact, item }, context) => {
    const clue = fact.write().clue?.(item) ?? null
    if (clue !== null) return { fact, item, clue }
    const what = item === undefined ? `Fact “${fact.id}” by itself` : `“${bare(item)}” of fact “${fact.id}”`
    context.addIssue({ code: 'custom', message: `${what} is nothing that is seen in one patient.` })
    return z.NEVER
  })

type Element = { fact: Fact; item: Noun | undefined; clue: Clue }

export const vignette = combining(
  'vignette',
  (parts) => ({
    stem: z.array(elementOf(parts)).min(2),
    /** The disease that fits, or the fact that answers for the case. */
    asks: z
      .strictObject({ disease: parts.noun.optional(), fact: parts.combined.optional() })
      .refine((asked) => (asked.disease === undefined) !== (asked.fact === undefined), 'A vignette asks for a “disease” or for a “fact”.'),
  }),
  ({ stem, asks: { disease, fact } }): Combined | Fault => {
    if (!stem.some(({ clue }) => clue.as === 'sign'))
      return { fault: 'A vignette needs a sign that the patient presents with.', path: ['stem'] }
    const told = stem.map((element) => element.fact)
    const items = stem.flatMap(({ item }) => item?.id ?? []).join(':')
    const suffix = items === '' ? '' : `:${items}`
    if (disease !== undefined) return { facts: told, own: null, cards: [diseaseCard(stem, disease, `disease${suffix}`)] }
    if (fact === undefined) return { fault: 'A vignette asks for a “disease” or for a “fact”.', path: ['asks'] }
    const [asked] = fact.write({ scope: veiled(fact.scope) }).notes.flatMap((note) => note.cards)
    const [plain, other] = asked?.fronts ?? []
    if (asked === undefined || plain === undefined || other === undefined)
      return { fault: `Fact “${fact.id}” has no question.`, path: ['asks', 'fact'] }
    const said = caseOf(stem).map(statement).join(' ')
    return {
      facts: [...told, fact],
      own: fact,
      cards: [asks(`${asked.key}${suffix}`, [`${said} ${plain}`, `${said} ${other}`], asked.back)],
    }
  },
)

/** What the patient's story has told is not told again: "tarsal fever due to this remedy". */
function veiled(scope: Common['scope']): Common['scope'] {
  if (scope === undefined || scope.kind === 'if' || scope.noun.kind === undefined) return scope
  return { kind: scope.kind, noun: { id: scope.noun.id, count: 'one', text: `this ${scope.noun.kind}` } }
}

function diseaseCard(stem: readonly Element[], disease: Noun, key: string) {
  const kind = disease.kind ?? 'disease'
  const said = caseOf(stem)
  const plain = `${said.map(statement).join(' ')} ${question(`which ${kind} fits`)}`
  return asks(key, [plain, question(`when ${joined(said, 'and')}, which ${kind} fits`)], answer(disease))
}

/** The patient first, then what tests show. */
function caseOf(stem: readonly Element[]): readonly string[] {
  const texts = (as: Clue['as']) => stem.flatMap(({ clue }) => (clue.as === as ? [clue.text] : []))
  const [patient = 'a patient'] = texts('patient')
  const presents = words(patient, joined(texts('setting'), 'and'), 'presents with', joined(texts('sign'), 'and'))
  return [presents, ...texts('result')]
}
