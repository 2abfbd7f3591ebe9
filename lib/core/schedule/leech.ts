// A leech is a card that keeps being forgotten: the note is to blame more than the learner.

/** True on the lapse that reaches the threshold and on every half threshold after it; a threshold of 0 is off. */
export function makesLeech(lapses: number, threshold: number): boolean {
  if (threshold <= 0 || lapses < threshold) return false
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0
}
