// A page that fails says whose fault it is and what is safe, and comes back when the fault is mended.

import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { withServer } from './own-server.ts'
import { question } from './review.ts'

test('Today without a table that it needs: a page of ours, in both themes, and a way on', async ({ newContext, tolerate }) => {
  tolerate(/status of 500|Minified React error #441/)
  await withServer(async ({ url, databaseUrl }) => {
    const context = await newContext({ baseURL: url })
    const page = await context.newPage()
    await page.goto('/')
    await page.getByRole('button', { name: 'Start reviewing' }).click()
    await expect(question(page)).toBeVisible()

    await rowsOf('ALTER TABLE "Deck" RENAME TO "Away"', [], databaseUrl)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto('/today')
    await expect(page.getByRole('heading', { name: 'This page failed to load' })).toBeVisible()
    await expect(page.getByText('Your answers are safe.')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faults(page)).toEqual([])

    await rowsOf('ALTER TABLE "Away" RENAME TO "Deck"', [], databaseUrl)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'Ten cards to begin' })).toBeVisible()
    // Closed before its server, of which it would ask ahead.
    await context.close()
  })
})
