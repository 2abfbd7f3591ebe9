// Numbers, units, bounds, and names that one letter would change.

import { holds, wordsOf } from './words.ts'

const bounds = ['as high as', 'as low as', 'up to', 'at least', 'at most', 'more than', 'less than', 'fewer than']

/** Units that stand behind a number, in families within which one is easily taken for another. */
export const unitFamilies: readonly (readonly string[])[] = [
  ['%', '‰'],
  ['°C', '°F'],
  ['kg', 'g', 'mg', 'mcg', 'µg', 'ng'],
  ['L', 'dL', 'mL', 'µL'],
  ['mol', 'mmol', 'µmol', 'nmol'],
  ['m', 'cm', 'mm', 'µm', 'nm'],
  ['mm Hg', 'kPa'],
  ['IU', 'mEq'],
  ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'],
  ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'],
]
const units = unitFamilies
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .map((unit) => (/\p{L}$/u.test(unit) ? `${unit}\\b` : unit))
  .join('|')
const quantity = new RegExp(`(?<![\\p{L}\\p{N}.-])\\d+(?:[.,]\\d+)*(?:[\\s-]?(?:${units})(?:/[\\p{L}]+)?)?(?![\\p{L}\\p{N}-])`, 'gu')

/** Numbers with their units: "50%", "5mg". A digit within a name ("T2") is no number. */
export function quantitiesOf(text: string): readonly string[] {
  return (text.match(quantity) ?? []).map((found) => found.replace(/[\s-]/g, ''))
}

export const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
export const shares = ['half', 'third', 'quarter', 'fifth', 'tenth', 'twice', 'double', 'triple', 'dozen', 'once']

/** Numbers in words, from two on: "one" counts nothing in "in one patient". */
export function numeralsOf(text: string): readonly string[] {
  const words = wordsOf(text)
  return words.filter((word) => numerals.indexOf(word) > 0 || shares.includes(word))
}

/** Names such as "T2" or "K-13", of which one letter makes another thing. */
export function codesOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []
  return words.filter((word) => /\p{Lu}.*\p{Lu}|\p{L}.*\p{N}/u.test(word))
}

/** These bound only what is counted: "over a third", and not "over the heart". */
const nearBound = new RegExp(
  `\\b(over|under|about|around|roughly|approximately)(?= (?:an? )?(?:\\d|${[...numerals, ...shares].join('|')}))`,
  'gi',
)

export function boundsOf(text: string): readonly string[] {
  return [...bounds.filter((bound) => holds(text, bound)), ...(text.match(nearBound) ?? []).map((bound) => bound.toLowerCase())]
}

/** "How high" may be answered by "as high as 50%": the bound gives nothing away. */
export function withoutBounds(text: string): string {
  return bounds.reduce((rest, bound) => rest.replace(new RegExp(`^${bound} `, 'i'), ''), text)
}
