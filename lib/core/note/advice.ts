// The linter's advice on a learner's own note, in words, field by field. It never holds up saving.

import { kindTold } from '../generate/lint/alone.ts'
import type { LintCard } from '../generate/lint/card.ts'
import type { LintBase } from '../generate/lint/fact.ts'
import { askedStraight, cleanText, clearQuestion, oneThing, openQuestion, shortAnswer } from '../generate/lint/form.ts'
import { nothingGiven, nothingReadOff } from '../generate/lint/giveaway.ts'
import type { Rule } from '../generate/lint/rule.ts'
import { agesWithoutYear, longQuestion } from '../generate/lint/warnings.ts'
import { gapsOf } from '../markup/cloze.ts'
import { clozeText, plainText } from '../markup/plain.ts'
import { noteCards, type NoteCard, type NoteFields, type NoteKind } from './note.ts'

export type Advice = {
  rule: string
  /** The field that it is about. */
  field: string
  /** What is wrong, as a sentence. */
  say: string
  /** What helps, as a sentence. */
  help: string
  /** Of a gap without a hint: its number. */
  gap: number | null
}

/** Which rules make sense without facts, and for which notes. */
const rules: readonly { rule: Rule; kinds: readonly NoteKind[]; field: 'asked' | 'answer' }[] = [
  { rule: oneThing, kinds: ['question'], field: 'asked' },
  { rule: shortAnswer, kinds: ['question', 'both', 'cloze', 'list'], field: 'answer' },
  { rule: openQuestion, kinds: ['question'], field: 'asked' },
  { rule: askedStraight, kinds: ['question'], field: 'asked' },
  { rule: clearQuestion, kinds: ['question'], field: 'asked' },
  { rule: kindTold, kinds: ['question'], field: 'asked' },
  { rule: nothingGiven, kinds: ['question'], field: 'asked' },
  { rule: nothingReadOff, kinds: ['cloze'], field: 'asked' },
  { rule: longQuestion, kinds: ['question', 'both', 'cloze'], field: 'asked' },
  { rule: agesWithoutYear, kinds: ['question', 'cloze'], field: 'asked' },
  { rule: cleanText, kinds: ['question', 'both', 'cloze'], field: 'asked' },
]

/** One advice a rule and field at most: the first card that breaks it speaks for all. */
export function adviceOn(kind: NoteKind, fields: NoteFields): Advice[] {
  const found: Advice[] = kind === 'cloze' ? [...hints(fields['text'] ?? '')] : []
  for (const card of noteCards(kind, fields)) {
    const seen = lintCard(card)
    for (const { rule, kinds, field } of rules) {
      const say = kinds.includes(kind) ? rule.check(seen) : null
      if (say === null) continue
      const place = fieldOf(card, field)
      if (!found.some((other) => other.rule === rule.id && other.field === place))
        found.push({ rule: rule.id, field: place, say, help: rule.help, gap: null })
    }
  }
  return found
}

/** H1: a gap with a hint has one right filling. */
function hints(text: string): Advice[] {
  const bare = gapsOf(text).find(({ hint, answer }) => hint === null && answer.trim() !== '')
  if (!bare) return []
  const help = `With a hint it has one right filling: {{c${bare.number}::${bare.answer}::which one}}.`
  return [{ rule: 'H1', field: 'text', say: `Gap ${bare.number} does not say what it wants.`, help, gap: bare.number }]
}

function fieldOf({ key, kind }: NoteCard, part: 'asked' | 'answer'): string {
  if (key.startsWith('item:')) return key
  if (kind === 'cloze') return 'text'
  return (key === 'front') === (part === 'asked') ? 'front' : 'back'
}

/** As the rules see a card of a fact base, here without one. Signs that a person writes on purpose are no marks of markup. */
function lintCard({ key, kind, front, back, asked }: NoteCard): LintCard {
  const view = asked === null ? {} : { asked }
  const text = (markdown: string) => unsigned(plainText(markdown))
  const answer = text(back)
  const shown = kind === 'cloze' ? clozeText(front, { hidden: true, ...view }) : text(front)
  const said = kind === 'cloze' ? unsigned(clozeText(front, { hidden: false, ...view })) : `${shown} ${answer}`
  return {
    ...factless,
    key,
    kind,
    gaps: [],
    front: shown,
    back: answer,
    said,
    claim: [said],
    answers: [answer],
    base: { ...noBase, kindWords: new Set(Array.from(shown.matchAll(kindAsked), ([, word]) => (word ?? '').toLowerCase())) },
  }
}

const factless = {
  guid: '',
  topic: '',
  form: '',
  factIds: [],
  own: undefined,
  facts: [],
  truth: '',
  roles: [],
  clauses: [],
  sides: [],
  combines: false,
  explained: [],
}

const noBase: LintBase = {
  diseases: [],
  nouns: [],
  kindWords: new Set(),
  kinds: [],
  glossary: new Set(),
  statements: [],
  grammar: { names: [], verbs: { forms: new Map(), acts: new Map() } },
}

/** "Which virus" says of what kind the answer is, and gives nothing away. */
const kindAsked = /\b(?:which|what) ([\p{L}\p{N}-]+)/giu

const unsigned = (text: string) => text.replace(/ *[<>_^\\{}#*]+ */g, ' ').trim()
