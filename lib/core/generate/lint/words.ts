// Words of a sentence, the ones that carry meaning, and the cues that a careful sentence must not lose.

const empty = new Set(
  'a an and are as at be because been but by did do does for from had has have how if in into is it its of on one or than that the their there they this those to two was were what when where which while who whose why with'.split(
    ' ',
  ),
)

/** In small letters, without punctuation; a hyphenated word is one. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-–'’][\p{L}\p{N}]+)*/gu) ?? []
}

export function contentWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !empty.has(word))
}

/** Whether the phrase stands in the text as whole words. */
export function holds(text: string, phrase: string): boolean {
  return ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(phrase).join(' ')} `)
}

/** As `holds`, where "K" is found within "K-virus" too. */
export function names(text: string, phrase: string): boolean {
  return holds(text.replaceAll('-', ' '), phrase.replaceAll('-', ' '))
}

const cues: readonly (readonly [cue: string, pattern: RegExp])[] = [
  ['not', /\b(?:not|no|none|never|nor|cannot)\b/i],
  ['without', /\bwithout\b/i],
  ['unless', /\bunless\b/i],
  ['only', /\bonly\b/i],
  ['may', /\bmay\b/],
  ['might', /\bmight\b/i],
  ['can', /\bcan\b/i],
  ['could', /\bcould\b/i],
  ['typically', /\btypical(?:ly)?\b/i],
  ['usually', /\busual(?:ly)?\b/i],
  ['often', /\boften\b/i],
  ['frequently', /\bfrequent(?:ly)?\b/i],
  ['commonly', /\bcommon(?:ly)?\b/i],
  ['rarely', /\brare(?:ly)?\b/i],
  ['sometimes', /\bsometimes\b/i],
  ['potentially', /\bpotential(?:ly)?\b/i],
  ['possibly', /\bpossib(?:le|ly)\b/i],
  ['probably', /\bprobab(?:le|ly)\b/i],
  ['likely', /\blikely\b/i],
  ['always', /\balways\b/i],
  ['unclear', /\bunclear\b/i],
  ['remains', /\bremains?\b/i],
  ['given as', /\bgiven as\b/i],
  ['little', /\blittle\b/i],
  ['most', /\bmost\b/i],
]

/** Negations and hedges, each by its name, whatever its form. */
export function cuesOf(text: string): ReadonlySet<string> {
  return new Set(cues.filter(([, pattern]) => pattern.test(text)).map(([cue]) => cue))
}

const bounds = ['as high as', 'as low as', 'up to', 'at least', 'at most', 'more than', 'less than', 'over', 'under', 'fewer than']
const units =
  '%|°C|[kmµnp]?g\\b|mcg\\b|[dmµ]?L\\b|[mµnp]?mol\\b|[cmµn]?m\\b|mm ?Hg\\b|IU\\b|seconds?\\b|minutes?\\b|hours?\\b|days?\\b|weeks?\\b|months?\\b|years?\\b'
const quantity = new RegExp(`(?<![\\p{L}\\p{N}.-])\\d+(?:[.,]\\d+)*(?:\\s?(?:${units}))?(?![\\p{L}\\p{N}-])`, 'gu')

/** Numbers with their units: "50%", "5 mg". A digit within a name ("T2") is no number. */
export function quantitiesOf(text: string): readonly string[] {
  return (text.match(quantity) ?? []).map((found) => found.replace(/\s/g, ''))
}

/** Names such as "T2" or "K-13", of which one letter makes another thing. */
export function codesOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []
  return words.filter((word) => /\p{Lu}.*\p{Lu}|\p{L}.*\p{N}/u.test(word))
}

export function boundsOf(text: string): readonly string[] {
  return bounds.filter((bound) => holds(text, bound))
}

/** "How high" may be answered by "as high as 50%": the bound gives nothing away. */
export function withoutBounds(text: string): string {
  return bounds.reduce((rest, bound) => rest.replace(new RegExp(`^${bound} `, 'i'), ''), text)
}

/** Edits of one letter (put in, taken out, changed) between two words. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, against] of [...other].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === against ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
