import { expect, test } from 'vitest'

import { loggedPath } from './log.ts'

test.each([
  ['/review', '/review'],
  ['/api/queue?learner=someone@example.org', '/api/queue'],
  ['/decks/0193b0c0-0000-7000-8000-000000000001/edit', '/decks/:id/edit'],
  [`/api/media/${'0a'.repeat(32)}`, '/api/media/:id'],
  [`/${'x'.repeat(500)}`, `/${'x'.repeat(199)}`],
])('%s is logged as %s', (url, logged) => {
  expect(loggedPath(url)).toBe(logged)
})
