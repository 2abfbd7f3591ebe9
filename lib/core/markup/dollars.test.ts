import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainText } from './plain.ts'
import { renderMarkup } from './render.ts'

/** What was typed within each formula. */
const formulas = (markdown: string) =>
  [...renderMarkup(markdown).matchAll(/<math[^>]*>(.*?)<\/math>/gs)].map(([, inner]) => inner?.replace(/<[^>]+>/g, ''))

it.each<[string, string[]]>([
  ['It costs $5 and $10.', []],
  ['It costs $5.', []],
  ['From $5 to $10, for $20 a month', []],
  ['US$5 or CA$7', []],
  ['$5', []],
  ['$x$', ['x']],
  ['$x$ and $y$', ['x', 'y']],
  ['about $x$.', ['x']],
  ['$5$ is five', ['5']],
  ['$ x$', []],
  ['$x $', []],
  ['$x$5', []],
  ['$5 and $x$', ['x']],
  ['$x$ costs $5', ['x']],
  ['costs $5, with $x$ and $10', ['x']],
  ['a$b', []],
  ['$a\nb$', ['ab']],
  ['$a\n$', []],
  ['$a $$ b $', []],
  ['$$x$$', ['x']],
  ['$$ x $$', ['x']],
  ['\\$x\\$', []],
  ['\\$5 and $x$', ['x']],
  ['`$x$`', []],
  ['**$x$**', ['x']],
  ['| a |\n| - |\n| $5 and $6 |\n| $x$ |', ['x']],
])('%j', (markdown, expected) => {
  expect(formulas(markdown)).toEqual(expected)
})

it('what is no formula keeps its dollars', () => {
  expect(renderMarkup('It costs $5 and $10.')).toBe('<p>It costs $5 and $10.</p>')
  expect(plainText('It costs $5 and $x$ of $10.')).toBe('It costs $5 and x of $10.')
})

it('by the rule alone: no space within, no digit after', () => {
  const piece = fc.constantFrom('$', ' ', 'x', '5', ',')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).filter((pieces) => !pieces.join('').includes('$$')),
      (pieces) => {
        const text = `.${pieces.join('')}.`
        const expected = [...text.matchAll(/\$(?! )([^$]*[^$ ])\$(?!\d)/g)].length
        expect(formulas(text)).toHaveLength(expected)
      },
    ),
    { numRuns: 2_000 },
  )
})
