// A learner's data: downloaded whole, and deleted whole.

import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeGuest, rowsOf, sharedUrl, signIn } from './learners.ts'
import { answerCards, expectActs, given, openReview } from './review.ts'
import { openSettings } from './settings.ts'

/** What this browser keeps of events, whoever made them. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((done, fail) => {
        const opening = indexedDB.open('myelin')
        opening.addEventListener('error', () => fail(opening.error))
        opening.addEventListener('success', () => {
          const asked = opening.result.transaction(['events', 'devices']).objectStore('devices').getAllKeys()
          asked.addEventListener('success', () => {
            opening.result.close()
            done(asked.result.map(String))
          })
        })
      }),
  )

async function deleteEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click()
}

test('the download holds every answer, and makes a learner again', async ({ page, guest }) => {
  await openReview(page)
  await answerCards(page, 3, 'Good')
  await expectActs(page.request, 3)
  await openSettings(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download everything' }).click()])
  expect(file.suggestedFilename()).toMatch(/^myelin-\d{4}-\d\d-\d\d\.json$/)
  const path = await file.path()
  const read = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown[]>
  expect(read).toMatchObject({ format: 'myelin-export', formatVersion: 1, settings: { zone: 'Europe/Lisbon', rolloverHour: 4 } })
  expect(read['events']).toHaveLength(3)
  const [counts] = await rowsOf<{ cards: string }>('SELECT count(*) AS cards FROM "Card" WHERE "userId" = $1', [guest.learner.id])
  expect(read['cards']).toHaveLength(Number(counts?.cards))

  const email = `${crypto.randomUUID()}@example.org`
  await promisify(execFile)('npm', ['run', '--silent', 'account', '--', 'restore', path, '--email', email])
  const [{ id } = { id: '' }] = await rowsOf<{ id: string }>('SELECT id FROM "User" WHERE email = $1', [email])
  // Where a row was last written is no part of what it says.
  const plain = async (userId: string) =>
    (await everythingOf(userId)).replaceAll(userId, 'learner').replaceAll(/(cursor|updatedAt|parametersId)\\":\s?(\\"[^"]*\\"|\w+)/g, '')
  expect(await plain(id)).toBe(await plain(guest.learner.id))
})

test('a download without a session is refused', async ({ request }) => {
  const response = await request.get(`${sharedUrl()}/api/export`)
  expect(response.status()).toBe(401)
  expect(await response.json()).toMatchObject({ error: { code: 'session-ended' } })
})

test('deleting says what goes, asks once, and everything goes: rows, session, cookie, and what this browser kept', async ({
  page,
  context,
  guest,
}) => {
  const other = await makeGuest()
  const others = await everythingOf(other.learner.id)
  await openReview(page)
  await answerCards(page, 2, 'Good')
  await expectActs(page.request, 2)
  await openSettings(page)
  expect(await kept(page)).toEqual([guest.learner.id])
  await page.getByRole('button', { name: 'Delete everything' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete everything?' })
  await expect(dialog).toContainText(/1\sdeck, \d+\snotes, \d+\scards, and 2\sanswers go at once/)
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(dialog).toBeHidden()
  expect(await rowsOf('SELECT 1 FROM "User" WHERE id = $1', [guest.learner.id])).toHaveLength(1)

  await deleteEverything(page)
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: 'Start reviewing' })).toBeVisible()
  for (const table of ['Session', 'Card', 'Note', 'Deck', 'Event', 'Cursor', 'Preset', 'PresetVersion']) {
    expect(await rowsOf(`SELECT 1 FROM "${table}" WHERE "userId" = $1`, [guest.learner.id]), table).toEqual([])
  }
  expect(await rowsOf('SELECT 1 FROM "User" WHERE id = $1', [guest.learner.id])).toEqual([])
  expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([])
  expect(await kept(page)).toEqual([])
  expect(await everythingOf(other.learner.id)).toBe(others)
  await page.goto('/settings')
  await expect(page).toHaveURL('/')
})

test('another tab of the deleted learner is told, and saves nothing', async ({ page, context, guest, tolerate }) => {
  tolerate(/status of 401/)
  await openReview(page)
  const second = await context.newPage()
  await openSettings(second)
  await deleteEverything(second)
  await expect(second).toHaveURL('/')
  await answerCards(page, 1, 'Good')
  await given(page, 1)
  await expect(page.getByRole('alert').filter({ hasText: 'Your session has ended.' })).toBeVisible()
  expect(await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1', [guest.learner.id])).toEqual([])
})

test('answers of another learner of this browser stay', async ({ page, context, guest }) => {
  const second = await makeGuest()
  await openReview(page)
  await answerCards(page, 1, 'Good')
  await expectActs(page.request, 1)
  await page.goto('/today')
  await context.clearCookies()
  await signIn(context, second)
  await openReview(page)
  await answerCards(page, 1, 'Good')
  await expectActs(page.request, 1)
  await openSettings(page)
  await deleteEverything(page)
  await expect(page).toHaveURL('/')
  expect(await kept(page)).toEqual([guest.learner.id])
})

test('without the server nothing is deleted, and it says so', async ({ page, context, guest, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/)
  await openSettings(page)
  await context.setOffline(true)
  await deleteEverything(page)
  await expect(page.getByText('Nothing was deleted: the server cannot be reached.')).toBeVisible()
  await context.setOffline(false)
  expect(await rowsOf('SELECT 1 FROM "User" WHERE id = $1', [guest.learner.id])).toHaveLength(1)
})
