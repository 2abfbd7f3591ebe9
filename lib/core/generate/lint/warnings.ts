// What a person should look at: none of it is wrong for certain.

import type { LintCard } from './card.ts'
import type { DeckRule, Rule } from './rule.ts'
import { holds, likeness, wordsOf } from './words.ts'

const fewestWords = 5
const mostWords = 25

export const longQuestion: Rule = {
  id: 'W1',
  level: 'warning',
  help: `Up to ${mostWords} words are read at a glance: leave out what the answer does not need.`,
  check({ front }) {
    const count = front.split(/\s+/).length
    return count > mostWords ? `The question has ${count} words.` : null
  },
}

export const shortQuestion: Rule = {
  id: 'W2',
  level: 'warning',
  help: `With fewer than ${fewestWords} words a question often leaves a doubt: read it alone.`,
  check({ kind, front }) {
    const count = front.split(/\s+/).length
    return kind !== 'cloze' && count < fewestWords ? `The question has only ${count} words.` : null
  },
}

const vague = [
  'important',
  'significant',
  'various',
  'several',
  'certain',
  'appropriate',
  'relevant',
  'interesting',
  'things',
  'issues',
  'factors',
  'some',
]

export const vagueWords: Rule = {
  id: 'W3',
  level: 'warning',
  help: 'Say which, how many, or how much.',
  check({ said, truth }) {
    const word = vague.find((one) => holds(said, one) && !holds(truth, one))
    return word === undefined ? null : `“${word}” is vague, and not the source’s word.`
  },
}

const ageing = /\b(?:current(?:ly)?|now|nowadays|today|recent(?:ly)?|latest|newest|so far|to date|at present|no longer)\b/i

export const agesWithoutYear: Rule = {
  id: 'W4',
  level: 'warning',
  help: 'Say as of which year.',
  check({ said }) {
    const word = ageing.exec(said)?.[0]
    return word === undefined || /\b(?:1[5-9]|2[0-2])\d\d\b/.test(said) ? null : `“${word}” ages, and no year is given.`
  },
}

export const hasTopic: Rule = {
  id: 'W5',
  level: 'warning',
  help: 'Give it the topic under which a learner would look for it.',
  check: ({ topic }) => (topic.trim() === '' ? 'The card has no topic.' : null),
}

const alike = 0.75

export const easilyConfused: DeckRule = {
  id: 'W6',
  level: 'warning',
  help: 'Put into each what tells it apart, or ask for the difference.',
  check: ({ cards }) => {
    const fronts = cards.map((card) => ({ card, words: new Set(wordsOf(card.front)) }))
    return fronts.flatMap(({ card, words }, index) => {
      const other = fronts.slice(0, index).find((earlier) => isOther(card, earlier.card) && likeness(words, earlier.words) >= alike)
      return other === undefined ? [] : [{ at: { card }, say: `It is easily taken for “${other.card.front}”, and its answer is another.` }]
    })
  },
}

function isOther(one: LintCard, other: LintCard): boolean {
  return one.guid !== other.guid && one.back !== other.back
}

const mostCloze = 0.4

export const mostlyQuestions: DeckRule = {
  id: 'W7',
  level: 'warning',
  help: 'Ask more of the facts as questions: gaps alone do not carry over to practice.',
  check: ({ notes }) => {
    const cards = notes.flatMap((note) => note.cards)
    const share = cards.filter((card) => card.kind === 'cloze').length / Math.max(1, cards.length)
    return share > mostCloze ? [{ at: null, say: `${Math.round(100 * share)}% of the cards are gaps.` }] : []
  },
}

export const askedToo: DeckRule = {
  id: 'W8',
  level: 'warning',
  help: 'Ask it as a question, too.',
  check: ({ facts, cards }) => {
    const all = new Set(cards.map((card) => card.own?.id))
    const asked = new Set(cards.filter((card) => card.kind !== 'cloze').map((card) => card.own?.id))
    const left = [...facts.keys()].filter((id) => all.has(id) && !asked.has(id))
    return left.map((id) => ({ at: { fact: id }, say: `Fact “${id}” has gaps only.` }))
  },
}

const mostCards = 3

/** A list counts as as many facts as it has items; cards that combine facts count for none. */
export const fewCards: DeckRule = {
  id: 'W9',
  level: 'warning',
  help: 'Keep the cards that ask most, or divide the fact.',
  check: ({ facts, notes }) =>
    [...facts.values()].flatMap(({ id, lists }) => {
      const count = notes.filter((note) => note.facts.length === 1 && note.facts[0] === id).flatMap((note) => note.cards).length
      const allowed = mostCards * Math.max(1, ...lists.map((list) => list.length))
      return count > allowed ? [{ at: { fact: id }, say: `Fact “${id}” has ${count} cards.` }] : []
    }),
}

const wantReasons = new Set(['treatment', 'consequence'])

/** A mechanism or a treatment is kept better with its reason: a card that asks why, how or what for, or an explanation. */
export const reasonGiven: DeckRule = {
  id: 'W10',
  level: 'warning',
  help: 'Add the reason, if the source gives one.',
  check: ({ facts, cards, notes }) => {
    const explained = new Set(notes.flatMap((note) => note.cards.filter((card) => card.why !== null).flatMap(() => note.own ?? [])))
    const asked = new Set(
      cards.filter((card) => /\b(?:why|how|what for|toward which aim)\b/i.test(card.front)).flatMap((card) => card.factIds),
    )
    const inUse = new Set(cards.map((card) => card.own))
    const left = [...facts.values()]
      .filter((fact) => inUse.has(fact))
      .filter(({ id, relation }) => wantReasons.has(relation) && !asked.has(id) && !explained.has(id))
    return left.map(({ id }) => ({ at: { fact: id }, say: `Fact “${id}” tells of a mechanism or a treatment without its “why”.` }))
  },
}
