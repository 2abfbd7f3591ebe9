// One spelling for what is searched and what is searched for: small letters without marks, and nothing but letters and numbers.

/** "Guillain-Barré (AIDP)" reads "guillain barre aidp": words parted by one space, none before and none behind. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Shorter than this, a word is looked for at the beginning of words alone: "jc" would be found within too many. */
const WITHIN_WORDS = 3

/**
 * What stored words must hold, which begin with a space: a phrase begins with a word, and so does a short word; any other may stand
 * within one. Null where the text holds neither letter nor number.
 */
export function needleOf(text: string, phrase: boolean): string | null {
  const folded = foldText(text)
  if (folded === '') return null
  return phrase || folded.length < WITHIN_WORDS ? ` ${folded}` : folded
}
