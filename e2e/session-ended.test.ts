// The session is gone while answers wait: they are kept, the page says so, and they can be taken along before beginning anew.

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { WireMadeEvent } from '#lib/core/wire.ts'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { answerCards, expectActs, given, openReview, queueOf } from './review.ts'

const ended = (page: Page) => page.getByRole('alert').filter({ hasText: 'Your session has ended.' })

async function download(page: Page, name: RegExp): Promise<{ formatVersion: number; events: WireMadeEvent[] }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  expect(file.suggestedFilename()).toBe('myelin-answers.json')
  return JSON.parse(await readFile(await file.path(), 'utf8')) as { formatVersion: number; events: WireMadeEvent[] }
}

test.beforeEach(({ tolerate }) => tolerate(/the server responded with a status of 401/))

for (const how of ['its row is deleted', 'its cookie is deleted'] as const) {
  test(`${how}: answers are kept, can be downloaded, and a new guest has none of them`, async ({ page, guest, context }) => {
    await openReview(page)
    await answerCards(page, 1, 'Good')
    await expectActs(page.request, 1)
    if (how === 'its cookie is deleted') await context.clearCookies()
    else await rowsOf('DELETE FROM "Session" WHERE id = $1', [guest.sessionId])

    await answerCards(page, 2, 'Easy')
    await given(page, 3)
    await expect(ended(page)).toContainText(/2\sanswers wait on this device/)
    const { formatVersion, events } = await download(page, /^Download them$/)
    expect(formatVersion).toBe(1)
    expect(events).toMatchObject([
      { kind: 'answer', rating: 4, seq: 2 },
      { kind: 'answer', rating: 4, seq: 3 },
    ])

    await page.getByRole('button', { name: 'Begin anew as a guest' }).click()
    await expect(ended(page)).toHaveCount(0)
    await given(page, 0)
    const { learner, acts } = await queueOf(page.request)
    expect(learner).not.toBe(guest.learner.id)
    expect(acts).toEqual([])
    await answerCards(page, 1, 'Good')
    await expectActs(page.request, 1)
    expect(await rowsOf('SELECT rating FROM "Event" WHERE "userId" = $1', [learner])).toEqual([{ rating: 3 }])
    expect(await rowsOf('SELECT rating FROM "Event" WHERE "userId" = $1', [guest.learner.id])).toEqual([{ rating: 3 }])
  })
}

test('a visitor without a session is told on the first page that answers wait, and can take them along', async ({
  page,
  guest,
  context,
}) => {
  await openReview(page)
  await context.clearCookies()
  await answerCards(page, 2, 'Hard')
  await expect(ended(page)).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('status').filter({ hasText: /2\sanswers wait on this device/ })).toBeVisible()
  const { events } = await download(page, /^Download them$/)
  expect(events).toMatchObject([{ rating: 2 }, { rating: 2 }])
  await expect(page.getByText('Your session has ended.')).toHaveCount(0)

  const left = page.getByText(/of somebody who studied in this browser before/)
  await page.getByRole('button', { name: 'Discard them' }).click()
  await page.getByRole('button', { name: 'Keep them' }).click()
  await page.reload()
  await expect(left).toBeVisible()
  await page.getByRole('button', { name: 'Discard them' }).click()
  await page.getByRole('button', { name: 'Yes, discard them' }).click()
  await expect(left).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Start reviewing' })).toBeVisible()
  await expect(left).toHaveCount(0)
  expect(await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1', [guest.learner.id])).toEqual([])
})
