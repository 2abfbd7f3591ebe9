import { expect, test } from 'vitest'
import { NAME_MAX, readName } from './name.ts'

test.each([
  ['', null],
  [' \t\u3000', null],
  ['Anna', 'Anna'],
  ['  Anna \n  Meyer ', 'Anna Meyer'],
  ['Jose\u0301', 'Jos\u00e9'],
  ['陳 大文', '陳 大文'],
  ['رغد\u200cه', 'رغد\u200cه'],
  ['👩🏽‍⚕️', '👩🏽‍⚕️'],
  ['<b>Anna</b> & "Ben"', '<b>Anna</b> & "Ben"'],
  ['𝔸'.repeat(NAME_MAX), '𝔸'.repeat(NAME_MAX)],
])('%j is kept as %j', (typed, name) => {
  expect(readName(typed)).toEqual({ ok: true, name })
})

test.each([
  ['x'.repeat(NAME_MAX + 1), '61 letters; a name has at most 60 here.'],
  ['Anna\u0000', /^One of the characters/],
  ['\u202EannA', /^One of the characters/],
  ['An\u2066na', /^One of the characters/],
  ['\uD83D', /^One of the characters/],
  ['\u200b\u2060', /^Nothing of this could be seen/],
])('%j is refused: %s', (typed, says) => {
  expect(readName(typed)).toEqual({ ok: false, message: expect.stringMatching(says) })
})
