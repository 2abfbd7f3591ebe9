import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanMarkdown } from './clean.ts'
import { renderMarkup } from './render.ts'

it.each([
  ['a tag goes', 'a <b>b</b>', 'a b'],
  ['halves of a tag do not meet', '<scr<b>ipt>x', ''],
  ['a comparison stays', 'CD4 < 200 and p<0.05', 'CD4 < 200 and p<0.05'],
  ['code stays', '`<b>`', '`<b>`'],
  ['formulas stay', '$a<b$', '$a<b$'],
  ['unseen signs go', 'a\u0000b\u202Ec\uE000\uD800\r\nd', 'abc\nd'],
])('%s', (_name, text, clean) => {
  expect(cleanMarkdown(text)).toBe(clean)
})

it('changes nothing that is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<b>', 'a', ' ', '**', '`', '<', '>', '1'), { maxLength: 12 }), (parts) => {
      const text = `x${parts.join('')}`
      const clean = cleanMarkdown(text)
      expect(cleanMarkdown(clean)).toBe(clean)
      expect(renderMarkup(clean)).not.toContain('<b>')
    }),
  )
})
