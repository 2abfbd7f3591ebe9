// Rules of form: one thing asked, a short answer, a question that is open and clear, clean text, and no advice.

import type { LintCard } from './card.ts'
import { firstOf, type Rule } from './rule.ts'
import { holds } from './words.ts'

const questionWord = '(?:what|which|who|whom|where|when|why|how)'
const joinedQuestions = new RegExp(`\\b${questionWord}\\b.*?(\\b(?:and|or)\\s+)(?:\\w+\\s+)?${questionWord}\\b`, 'i')

export const oneThing: Rule = {
  id: 'A1',
  level: 'error',
  help: 'Ask one thing a card, and end the question with a question mark.',
  check: firstOf(oneQuestion, notJoined, oneClause),
}

function oneQuestion({ kind, front }: LintCard): string | null {
  const marks = front.split('?').length - 1
  if (kind === 'cloze') return marks > 0 ? 'A cloze has a gap, and no question beside it.' : null
  if (marks === 0) return 'The card asks no question.'
  return marks > 1 ? `Two things are asked; make two cards: ${quoted(front.split(/(?<=\?)\s*/))}.` : null
}

function notJoined({ front }: LintCard): string | null {
  const [joined, conjunction = ''] = joinedQuestions.exec(front) ?? []
  if (joined === undefined) return null
  const at = front.indexOf(joined) + joined.lastIndexOf(conjunction)
  return `Two things are asked; make two cards: ${quoted([front.slice(0, at), front.slice(at + conjunction.length)])}.`
}

function quoted(questions: readonly string[]): string {
  const asked = questions.map((question) => question.trim()).filter((question) => question !== '')
  return asked.map((question) => `“${question.replace(/\??$/, '?')}”`).join(' and ')
}

function oneClause({ answers }: LintCard): string | null {
  const long = answers.find((answer) => /[;\n]|[.!?]\s/.test(answer))
  return long === undefined ? null : `The answer “${long}” says more than one thing.`
}

const answerWords = 15
const answerLetters = 90
const gapWords = 6

export const shortAnswer: Rule = {
  id: 'A2',
  level: 'error',
  help: 'A short answer is rated honestly. The rest can go into the explanation.',
  check({ kind, answers }) {
    const most = kind === 'cloze' ? gapWords : answerWords
    const long = answers.find((answer) => answer.split(/\s+/).length > most || [...answer].length > answerLetters)
    return long === undefined ? null : `The answer “${long}” is longer than ${most} words or ${answerLetters} letters.`
  },
}

const auxiliary = 'is|are|was|were|do|does|did|may|might|can|could|will|would|should|has|have|had|must'
const leadIn = '(?:(?:in|on|if|for|when|while|after|besides|among|during|with)\\b[^?]*?,\\s*)?'
const closed = new RegExp(`^${leadIn}(?:${auxiliary})\\b`, 'i')

/** The question itself, behind what introduces it. */
function questionOf(front: string): string {
  return front.split(/(?<=[.!])\s+/).at(-1) ?? front
}

export const openQuestion: Rule = {
  id: 'B1',
  level: 'error',
  help: 'Ask which, what or how: a guess between two is no memory.',
  check({ front, back }) {
    const asked = questionOf(front)
    if (/^(?:yes|no|true|false)\.?$/i.test(back.trim()) || /true or false/i.test(front)) return 'The answer is a mere yes or no.'
    if (closed.test(asked) && asked.endsWith('?')) return 'The question can be answered by yes or no.'
    const choice = /[,:]\s+(?:an?\s|the\s)?([^,?]+?)\s+or\s+(?:an?\s|the\s)?([^,?]+)\?$/i.exec(asked)
    return choice?.slice(1).some((option) => holds(back, option)) ? 'The question names the answer among the choices.' : null
  },
}

const asksWhatIsNot = new RegExp(
  `^${leadIn}${questionWord}(?:\\s+[\\w-]+){0,3}\\s+(?:(?:${auxiliary})\\s+(?:\\w+\\s+){0,3}?not|never)\\b`,
  'i',
)

export const askedStraight: Rule = {
  id: 'B2',
  level: 'error',
  help: 'Ask for what is true: an answer that is the exception teaches the exception.',
  check({ front }) {
    const asked = questionOf(front)
    if (!asked.endsWith('?')) return null
    if (/\bNOT\b|\b[Ee]xcept\b|\b[Ww]hich of (?:these|the following)\b/.test(asked)) return 'The question asks for the exception.'
    return asksWhatIsNot.test(asked) ? 'The question asks which one is not.' : null
  },
}

const vague = [
  /^(?:discuss|describe|explain|comment|summari[sz]e|compare|list|talk)\b/i,
  /\bwhat about\b/i,
  /\bhow about\b/i,
  /\bwhat (?:is|are) (?:true|correct|important|special|notable|interesting|the facts?)\b/i,
  /\bwhat (?:do|should|can) (?:you|we|one) (?:know|say|remember|think)\b/i,
  /\btell (?:me )?(?:about|something)\b/i,
  /^what of\b/i,
]

export const clearQuestion: Rule = {
  id: 'B3',
  level: 'error',
  help: 'Ask for one thing by its name: which cause, which sign, how many.',
  check({ kind, front }) {
    const asked = questionOf(front)
    return kind !== 'cloze' && vague.some((pattern) => pattern.test(asked)) ? `“${asked}” can be answered by anything.` : null
  },
}

export const cleanText: Rule = {
  id: 'T1',
  level: 'error',
  help: 'Mend it, so that the card reads without a stumble.',
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

const advice =
  /\b(?:you|your|we|our|I)\b|\bshould (?:be|not|always|never)\b|^(?:give|start|stop|treat|order|avoid|consider|prescribe|use)\b/i

export const noAdvice: Rule = {
  id: 'D1',
  level: 'error',
  help: 'Let the source speak: “What is given for …?”, not “What do you give?”.',
  check({ front, back }) {
    const voice = [front, back].map((text) => advice.exec(text)?.[0]).find((found) => found !== undefined)
    return voice === undefined ? null : `“${voice}” is the voice of advice.`
  },
}
