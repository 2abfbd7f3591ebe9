import { expect, it } from 'vitest'
import type { Verdict } from '#lib/core/paste/verdict.ts'
import { leftOutWords, limitWords, tallyWords } from './paste-words.ts'

const tally = (given: Partial<Record<Verdict, number>>) => ({ new: 0, there: 0, twice: 0, out: 0, unread: 0, ...given })

it.each([
  [{ new: 1 }, 'The row makes a note.', ''],
  [{ new: 12 }, 'Each of the 12 rows makes a note.', ''],
  [{ new: 4, there: 1, unread: 2 }, 'Of 7 rows, one is there already and two cannot be read.', '3 rows are left out.'],
  [
    { new: 4_000, there: 20, twice: 1, out: 1, unread: 1 },
    'Of 4,023 rows, 20 are there already, one asks what a row above asks, one cannot be read and one is left out by you.',
    '23 rows are left out.',
  ],
  [{ out: 1 }, 'Of 1 row, one is left out by you.', '1 row is left out.'],
])('%j', (given, words, out) => {
  expect(tallyWords(tally(given)).replaceAll('\u00a0', ' ')).toBe(words)
  expect(leftOutWords(tally(given)).replaceAll('\u00a0', ' ')).toBe(out)
})

it.each([
  ['a', 5_000, null],
  ['a', 5_001, 'These are 5,001 rows. At most 5,000 can be added at once: paste them in parts.'],
  ['a'.repeat(2_000_000), 0, null],
  ['a'.repeat(2_000_001), 0, 'This is longer than 2,000,000 characters. Paste it in parts.'],
])('says what is too large', (text, rows, words) => {
  expect(limitWords(text, rows)?.replaceAll('\u00a0', ' ') ?? null).toBe(words)
})
