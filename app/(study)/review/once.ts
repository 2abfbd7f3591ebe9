// The foot of a sitting changes under the finger: the second half of a double click would rate a card whose answer nobody has read,
// or show one that nobody has thought about.

/** False for a click that follows another one at once, in the same place. */
export function once({ detail }: { detail: number }): boolean {
  return detail < 2
}
