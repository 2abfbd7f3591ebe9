// The small words that a careful sentence must neither lose nor gain: negations, hedges, and words that leave no doubt.

const negations: readonly Cue[] = [
  ['not', /\b(?:not|no|none|never|nor|neither|cannot)\b|n’t\b|n't\b/gi],
  ['without', /\bwithout\b/gi],
  ['unless', /\bunless\b/gi],
  ['except', /\bexcept\b/gi],
]

const hedges: readonly Cue[] = [
  ['only', /\bonly\b/gi],
  // The month begins with a capital; so does a question, which never begins with "may".
  ['may', /\bmay\b/g],
  ['might', /\bmight\b/gi],
  ['can', /\bcan\b/gi],
  ['could', /\bcould\b/gi],
  ['would', /\bwould\b/gi],
  ['should', /\bshould\b/gi],
  ['typically', /\btypical(?:ly)?\b/gi],
  ['usually', /\busual(?:ly)?\b/gi],
  ['generally', /\bgeneral(?:ly)?\b/gi],
  ['often', /\boften\b/gi],
  ['frequently', /\bfrequent(?:ly)?\b/gi],
  ['commonly', /\bcommon(?:ly)?\b/gi],
  ['rarely', /\brare(?:ly)?\b/gi],
  ['seldom', /\bseldom\b/gi],
  ['occasionally', /\boccasional(?:ly)?\b/gi],
  ['sometimes', /\bsometimes\b/gi],
  ['potentially', /\bpotential(?:ly)?\b/gi],
  ['possibly', /\bpossib(?:le|ly)\b/gi],
  ['probably', /\bprobab(?:le|ly)\b/gi],
  ['likely', /\blikely\b/gi],
  ['unlikely', /\bunlikely\b/gi],
  ['reportedly', /\breported(?:ly)?\b/gi],
  ['apparently', /\bapparent(?:ly)?\b/gi],
  ['mostly', /\bmostly\b/gi],
  ['mainly', /\bmain(?:ly)?\b/gi],
  ['partly', /\bpart(?:ly|ially)\b/gi],
  ['nearly', /\bnearly\b/gi],
  ['almost', /\balmost\b/gi],
  ['unclear', /\bunclear\b/gi],
  ['remains', /\bremains?\b/gi],
  ['given as', /\bgiven as\b/gi],
  ['little', /\blittle\b/gi],
  ['few', /\bfew\b/gi],
  ['most', /\bmost\b/gi],
  ['least', /\bleast\b/gi],
]

/** A card that says them where its facts do not is surer than its source; one that leaves them out is not wrong. */
const absolutes: readonly Cue[] = [
  ['always', /\balways\b/gi],
  ['every', /\bevery\b/gi],
  ['all', /\ball\b/gi],
  ['will', /\bwill\b/gi],
  ['must', /\bmust\b/gi],
  ['certainly', /\b(?:certain|definite|sure)ly\b/gi],
  ['invariably', /\binvariabl[ey]\b/gi],
  ['exclusively', /\bexclusive(?:ly)?\b/gi],
  ['solely', /\bsolely\b/gi],
  ['entirely', /\bentire(?:ly)?\b/gi],
  ['completely', /\bcomplete(?:ly)?\b/gi],
]

/** Words whose opposite makes another claim. */
const opposites =
  'high low much higher lower highest lowest increase increased increases decrease decreased decreases more less greater smaller larger early late earlier later above below before after over under rise falls positive negative benign malignant acute chronic left right upper raised reduced long short fast slow slower faster major minor mild severe slowly rapidly'.split(
    ' ',
  )

type Cue = readonly [name: string, pattern: RegExp]

const counted = (cues: readonly Cue[], text: string): ReadonlyMap<string, number> =>
  new Map(cues.map(([name, pattern]) => [name, text.match(pattern)?.length ?? 0] as const).filter(([, count]) => count > 0))

/** How often each negation stands in the text, by its name. */
export function negationsOf(text: string): ReadonlyMap<string, number> {
  return counted(negations, text)
}

/** Hedges, each by its name, whatever its form. */
export function hedgesOf(text: string): ReadonlySet<string> {
  return new Set(counted(hedges, text).keys())
}

export function absolutesOf(text: string): ReadonlySet<string> {
  return new Set(counted(absolutes, text).keys())
}

/** Words such as "high", whose opposite would be as good a sentence. */
export function oppositesOf(words: readonly string[]): readonly string[] {
  return words.filter((word) => opposites.includes(word))
}
