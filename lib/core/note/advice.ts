// The linter's advice on a learner's own note, in words, field by field. It never holds up saving.

import { cleanText, nothingGiven, oneThing, openQuestion, shortAnswer } from '../generate/lint/form.ts'
import type { LintCard, Rule } from '../generate/lint/card.ts'
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

/** Which rules make sense without facts, for which notes, and what helps. */
const rules: readonly { rule: Rule; kinds: readonly NoteKind[]; field: 'asked' | 'answer'; help: string }[] = [
  { rule: oneThing, kinds: ['question'], field: 'asked', help: 'Ask one question a card, and end it with a question mark.' },
  {
    rule: shortAnswer,
    kinds: ['question', 'both', 'cloze', 'list'],
    field: 'answer',
    help: 'A short answer is rated honestly. The rest can go into the explanation.',
  },
  { rule: openQuestion, kinds: ['question'], field: 'asked', help: 'Ask which, what or how: a guess between two is no memory.' },
  { rule: nothingGiven, kinds: ['question'], field: 'asked', help: 'Say it in other words, or the card answers itself.' },
  { rule: cleanText, kinds: ['question', 'both', 'cloze'], field: 'asked', help: 'Mend it, so that the card reads without a stumble.' },
]

/** One advice a rule and field at most: the first card that breaks it speaks for all. */
export function adviceOn(kind: NoteKind, fields: NoteFields): Advice[] {
  const found: Advice[] = kind === 'cloze' ? [...hints(fields['text'] ?? '')] : []
  for (const card of noteCards(kind, fields)) {
    const seen = lintCard(card)
    for (const { rule, kinds, field, help } of rules) {
      const say = kinds.includes(kind) ? rule.check(seen) : null
      if (say === null) continue
      const place = fieldOf(card, field)
      if (!found.some((other) => other.rule === rule.id && other.field === place))
        found.push({ rule: rule.id, field: place, say, help, gap: null })
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
  return {
    guid: '',
    key,
    kind,
    factIds: [],
    own: undefined,
    facts: [],
    gaps: [answer],
    front: shown,
    back: answer,
    said: kind === 'cloze' ? unsigned(clozeText(front, { hidden: false, ...view })) : `${shown} ${answer}`,
    answers: [answer],
    base: { diseases: [], nouns: [], kindWords: new Set(Array.from(shown.matchAll(kindAsked), ([, word]) => (word ?? '').toLowerCase())) },
  }
}

/** "Which virus" says of what kind the answer is, and gives nothing away. */
const kindAsked = /\b(?:which|what) ([\p{L}\p{N}-]+)/giu

const unsigned = (text: string) => text.replace(/ *[<>_^\\{}#*]+ */g, ' ').trim()
