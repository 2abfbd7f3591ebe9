// Rules of form: one thing asked, a short answer, nothing given away, a question that stands alone, clean text.

import type { Rule } from './card.ts'
import { bare } from '../noun.ts'
import { contentWords, holds, names, withoutBounds, wordsOf } from './words.ts'

const questionWord = '(?:what|which|who|whom|where|when|why|how)'
const joinedQuestions = new RegExp(`\\b${questionWord}\\b.*\\b(?:and|or)\\s+(?:\\w+\\s+)?${questionWord}\\b`, 'i')

export const oneThing: Rule = {
  id: 'A1',
  check({ kind, front, answers }) {
    const marks = front.split('?').length - 1
    if (marks > 1) return 'The card asks more than one question.'
    if (kind !== 'cloze' && marks === 0) return 'The card asks no question.'
    if (kind === 'cloze' && marks > 0) return 'A cloze has a gap, and no question beside it.'
    if (joinedQuestions.test(front)) return 'Two questions are joined in one.'
    const long = answers.find((answer) => /[;\n]|[.!?]\s/.test(answer))
    return long === undefined ? null : `The answer “${long}” says more than one thing.`
  },
}

const answerWords = 15
const answerLetters = 90
const gapWords = 6

export const shortAnswer: Rule = {
  id: 'A2',
  check({ kind, answers }) {
    const most = kind === 'cloze' ? gapWords : answerWords
    const long = answers.find((answer) => answer.split(/\s+/).length > most || [...answer].length > answerLetters)
    return long === undefined ? null : `The answer “${long}” is longer than ${most} words or ${answerLetters} letters.`
  },
}

const auxiliary = 'is|are|was|were|do|does|did|may|might|can|could|will|would|should|has|have|had|must'
const opening = new RegExp(`^(?:(?:in|on|if|for|when|while|after|besides|among|during|with)\\b[^?]*?,\\s*)?(?:${auxiliary})\\b`, 'i')

export const openQuestion: Rule = {
  id: 'B1',
  check({ front, back }) {
    const asked = front.split(/(?<=[.!])\s+/).at(-1) ?? front
    if (/^(?:yes|no|true|false)\.?$/i.test(back.trim()) || /true or false/i.test(front)) return 'The answer is a mere yes or no.'
    if (opening.test(asked) && asked.endsWith('?')) return 'The question can be answered by yes or no.'
    const choice = /[,:]\s+(?:an?\s|the\s)?([^,?]+?)\s+or\s+(?:an?\s|the\s)?([^,?]+)\?$/i.exec(asked)
    return choice?.slice(1).some((option) => holds(back, option)) ? 'The question names the answer among the choices.' : null
  },
}

export const nothingGiven: Rule = {
  id: 'L1',
  check({ kind, front, back, answers, base }) {
    if (kind === 'cloze' || /\b(?:stand for|mean)\?$/.test(front)) return null
    // What stands before a colon in a list names the side of a contrast, which the question must name too.
    const answer = kind === 'list' ? answers.map((one) => one.replace(/^[^:]+: /, '')).join('; ') : back
    const asked = new Set(wordsOf(front.replaceAll('-', ' ')))
    // The question must name the disease, so words of its name are shared without giving anything away.
    const named = new Set(
      base.diseases.filter((disease) => names(front, disease)).flatMap((disease) => wordsOf(disease.replaceAll('-', ' '))),
    )
    const told = contentWords(withoutBounds(answer).replaceAll('-', ' ')).find(
      (word) => asked.has(word) && !base.kindWords.has(word) && !named.has(word),
    )
    if (told !== undefined) return `“${told}” of the answer stands in the question.`
    const acronym = acronymsOf(front).find((letters) => initials(back).includes(letters.toLowerCase()))
    return acronym === undefined ? null : `The answer spells out “${acronym}”, which stands in the question.`
  },
}

export const nothingReadOff: Rule = {
  id: 'L2',
  check({ kind, front, back }) {
    if (kind !== 'cloze') return null
    const around = new Set(wordsOf(front.replaceAll('-', ' ')).map(singular))
    const told = contentWords(back.replaceAll('-', ' ')).find((word) => around.has(singular(word)))
    if (told !== undefined) return `“${told}” of the gap stands elsewhere in its sentence.`
    return /\ban? \[/i.test(front) ? 'The “a” or “an” before the gap gives its first letter away.' : null
  },
}

export const standsAlone: Rule = {
  id: 'S1',
  check({ front, back, base, own, facts }) {
    if (own === undefined ? base.diseases.some((disease) => names(front, disease)) : names(front, own.about)) return null
    if (!base.diseases.some((disease) => names(back, disease))) return 'The question does not name the disease.'
    const told = facts.flatMap((fact) => fact.texts).join(' | ')
    const features = base.nouns.filter((noun) => names(front, bare(noun)) && names(told, bare(noun)))
    return features.length >= 2 ? null : 'A question whose answer is the disease names two features that single it out.'
  },
}

export const cleanText: Rule = {
  id: 'T1',
  check({ front, back, said }) {
    if (front.trim() === '' || back.trim() === '') return 'A side of the card is empty.'
    if (/[*_`#<>\\]|\{\{|\}\}|::|&\w+;/.test(said)) return 'Marks of markup are left in the text.'
    if (!balanced(said)) return 'A bracket or a quotation mark has no partner.'
    if (/\betc\b|and so on/i.test(said)) return 'The text ends in “etc.” instead of saying what it means.'
    return /\s[,.;:?]|[ \t]{2,}|(?<!…)[,.;:?]{2,}|\b(\w+) \1\b/i.test(said.replace(/\n/g, '; ').replace(/[.?] /g, '| '))
      ? 'Punctuation or a word is doubled, or a blank is astray.'
      : null
  },
}

function acronymsOf(text: string): readonly string[] {
  return text.match(/\b\p{Lu}{2,}\b/gu) ?? []
}

function initials(text: string): string {
  return wordsOf(text)
    .map((word) => word.charAt(0))
    .join('')
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word
}

const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '”': '“' }

function balanced(text: string): boolean {
  const open: string[] = []
  for (const letter of text) {
    if ('([{“'.includes(letter)) open.push(letter)
    const partner = partners[letter]
    if (partner !== undefined && open.pop() !== partner) return false
  }
  return open.length === 0
}

/** Two fronts, as sets of words, alike enough that one question would have two answers. */
export function tooAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / (one.size + other.size - shared) >= 0.85
}
