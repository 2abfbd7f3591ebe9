import { expect, it } from 'vitest'
import { citationOf, sourceSchema, yearOf } from './source.ts'

const reference = { authors: 'Doe J', title: 'Feet', journal: 'J Invent', year: 2007, volume: '3', pages: '1-9' }
const handbook = { title: 'Invented fevers', publisher: 'Imaginary Press', date: '2019' }

it.each([
  [{ ...handbook, year: 2019 }, undefined, '“Invented fevers”, Imaginary Press, 2019.', 2019],
  [{ ...handbook, authors: 'A. Author', year: 2019 }, undefined, 'A. Author. “Invented fevers”, Imaginary Press, 2019.', 2019],
  [
    { ...handbook, reference },
    'Overview',
    '“Invented fevers”, Imaginary Press, 2019 (section “Overview”), citing Doe J. Feet. J Invent 2007;3:1-9.',
    2007,
  ],
  [
    { ...handbook, date: 'undated', reference: { ...reference, title: 'Why feet?' } },
    undefined,
    '“Invented fevers”, Imaginary Press, undated, citing Doe J. Why feet? J Invent 2007;3:1-9.',
    2007,
  ],
  [
    { ...handbook, year: 2019, url: 'https://example.org/a' },
    undefined,
    '“Invented fevers”, Imaginary Press, 2019, https://example.org/a.',
    2019,
  ],
])('cites %j', (raw, section, citation, year) => {
  const source = sourceSchema.parse(raw)
  expect(citationOf(source, section)).toBe(citation)
  expect(yearOf(source)).toBe(year)
})
