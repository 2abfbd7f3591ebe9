// Rules for a question that stands by itself: it names the disease, spells out what is not known, and says what it wants.

import { bare } from '../noun.ts'
import type { Rule } from './rule.ts'
import { names, wordsOf } from './words.ts'

export const standsAlone: Rule = {
  id: 'S1',
  level: 'error',
  help: 'Name the disease in the question: a card comes alone, among cards of other decks.',
  check({ front, back, base, own, facts }) {
    if (own === undefined ? base.diseases.some((disease) => names(front, disease)) : names(front, own.about)) return null
    if (!base.diseases.some((disease) => names(back, disease))) return 'The question does not name the disease.'
    const told = facts.flatMap((fact) => fact.texts).join(' | ')
    const features = base.nouns.filter((noun) => names(front, bare(noun)) && names(told, bare(noun)))
    return features.length >= 2 ? null : 'A question whose answer is the disease names two features that single it out.'
  },
}

export const acronymsKnown: Rule = {
  id: 'S2',
  level: 'error',
  help: 'Spell it out, or put it into the deck’s “glossary”.',
  check({ front, back, base }) {
    const said = `${front} ${back}`
    const unknown = (said.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? []).find(
      (acronym) => !base.glossary.has(acronym) && !said.includes(`(${acronym})`),
    )
    return unknown === undefined ? null : `“${unknown}” is neither spelled out nor in the deck’s glossary.`
  },
}

export const kindTold: Rule = {
  id: 'S3',
  level: 'error',
  help: 'Begin with the kind of thing that is asked for: “which virus”, “how many”; give a gap a hint.',
  check({ kind, front, gaps, base }) {
    if (kind === 'cloze') return gaps.some(({ hint }) => hint === null || hint.trim() === '') ? 'The gap does not say what it wants.' : null
    if (/\bwhat (?:happens|occurs|goes on)\b|\bwhat (?:does|do) [^?]* do\?$/i.test(front))
      return 'The question does not say what kind of answer it wants.'
    const bareAsked = /^what (?:is|are) (?:the |an? )?([^?]+)\?$/i.exec(front)?.[1]
    const named = bareAsked !== undefined && base.grammar.names.some(({ words }) => words.join(' ') === wordsOf(bareAsked).join(' '))
    return named ? `“${front}” does not say what of it is asked.` : null
  },
}
