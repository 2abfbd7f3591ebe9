import { expect, test } from 'vitest'
import type { PresetVersionId } from '#lib/core/ids.ts'
import { readDeckOptions } from './deck-options.ts'

const version = '0190aaaa-0000-7000-8000-000000000001' as PresetVersionId
const texts = { newPerDay: '10', reviewsPerDay: '200', desiredRetention: '90' }

test('a form is read as counts and a share', () => {
  expect(readDeckOptions({ ...texts, newPerDay: ' 0 ' }, version)).toEqual({
    ok: true,
    options: { newPerDay: 0, reviewsPerDay: 200, desiredRetention: 0.9, presetVersion: version },
  })
})

test.each([
  { newPerDay: '' },
  { newPerDay: '-1' },
  { newPerDay: '1e3' },
  { newPerDay: '12.5' },
  { reviewsPerDay: '10000' },
  { reviewsPerDay: 'many' },
  { desiredRetention: '69' },
  { desiredRetention: '100' },
  { desiredRetention: '0.9' },
])('%o is refused at its field, in a sentence', (wrong) => {
  const read = readDeckOptions({ ...texts, ...wrong }, version)
  const [field = ''] = Object.keys(wrong)
  expect(read).toEqual({ ok: false, errors: { [field]: expect.stringMatching(/^Write a whole number .*\.$/) } })
})
