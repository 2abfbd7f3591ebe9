// What changed from one text to another, by words: what is in both, what went and what came.

export type Part = { kind: 'same' | 'gone' | 'come'; text: string }

/** Words, spaces and single signs. */
const token = /\s+|[\p{L}\p{M}\p{N}]+|[\s\S]/gu

/** Cells of the table that is filled to compare; what differs by more is shown as gone and come as a whole. */
const MOST_CELLS = 4_000_000

/** Without `come` the parts are `before`, without `gone` they are `after`. */
export function changesOf(before: string, after: string): Part[] {
  const [a, b] = [before.match(token) ?? [], after.match(token) ?? []]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return joined([{ kind: 'same', text: a.slice(0, head).join('') }, ...middle, { kind: 'same', text: a.slice(a.length - tail).join('') }])
}

/** By the longest common subsequence; of equals, what went stands before what came. */
function between(a: readonly string[], b: readonly string[]): Part[] {
  const whole: Part[] = [
    { kind: 'gone', text: a.join('') },
    { kind: 'come', text: b.join('') },
  ]
  const width = b.length + 1
  if ((a.length + 1) * width > MOST_CELLS) return whole
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: Part[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'gone', text: a[i] ?? '' })
      i += 1
    } else {
      parts.push({ kind: 'come', text: b[j] ?? '' })
      j += 1
    }
  }
  return parts
}

/** One part for neighbours of one kind. */
function joined(parts: readonly Part[]): Part[] {
  const out: Part[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (part.text === '') continue
    if (last?.kind === part.kind) last.text += part.text
    else out.push({ ...part })
  }
  return out
}
