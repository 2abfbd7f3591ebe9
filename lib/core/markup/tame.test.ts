import { describe, expect, it } from 'vitest'
import { clozeText, plainText } from './plain.ts'
import { renderMarkup } from './render.ts'
import { tamed } from './tame.ts'

describe('a text that is no card’s', () => {
  it.each([
    ['quotes in quotes', '> '.repeat(4_000)],
    ['quotes without a space', '>'.repeat(6_000)],
    ['lists in lists', '- '.repeat(9_000)],
    ['numbers in numbers', '1. '.repeat(6_000)],
    ['emphasis that never ends', '*a '.repeat(6_000)],
    ['links that never end', '['.repeat(20_000)],
  ])('%s is read as it is typed', (_, text) => {
    expect(plainText(text)).toBe(text.trim())
    expect(clozeText(text, { hidden: false }).length).toBeGreaterThan(1_000)
    expect(renderMarkup(text).length).toBeGreaterThan(1_000)
  })

  it('is what no card is: those stay as they are', () => {
    const card = `${'> '.repeat(20)}deep\n\n${'**bold** and _soft_, [a link](https://example.org)\n'.repeat(60)}`
    expect(tamed(card)).toBe(card)
  })
})
