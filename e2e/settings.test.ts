// Settings: each is saved as it is chosen, and is never lost or overwritten unseen.

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { makeGuest, rowsOf, sharedUrl, signIn } from './learners.ts'
import { answer, expectActs, openReview, rating, showAnswer } from './review.ts'
import { changeElsewhere, openSettings, saved, userOf } from './settings.ts'

const theme = (page: Page) => page.locator('html').getAttribute('data-theme')
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const LIGHT = 'rgb(249, 251, 249)'
const DARK = 'rgb(14, 21, 25)'

test('the head leads to Settings, and says where one is', async ({ page, guest }) => {
  await page.goto('/today')
  const link = page.getByRole('link', { name: 'Settings' })
  await link.click()
  await expect(page).toHaveURL('/settings')
  await expect(link).toHaveAttribute('aria-current', 'page')
  expect(guest.learner.zone).toBe('Europe/Lisbon')
})

test('the theme changes at once, and every page comes in it from its first byte', async ({ page, guest }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openSettings(page)
  expect(await paper(page)).toBe(LIGHT)
  await page.getByLabel('Dark').check()
  expect(await paper(page)).toBe(DARK)
  await saved(page, 'Look')
  for (const path of ['/', '/today', '/review', '/settings', '/nothing/here']) {
    const html = await (await page.request.get(path)).text()
    expect(html, path).toMatch(/<html[^>]* data-theme="dark"/)
  }
  await page.goto('/today')
  expect(await paper(page)).toBe(DARK)
  await openSettings(page)
  await page.getByLabel('As the system').check()
  expect(await paper(page)).toBe(LIGHT)
  await saved(page, 'Look')
  await page.reload()
  expect(await theme(page)).toBeNull()
  expect((await userOf(guest.learner.id))?.settingsVersion).toBe(2)
})

test('a page that was fetched ahead is asked for again', async ({ page, guest }) => {
  await page.goto('/today')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Two: Again, Good').check()
  await saved(page, 'Review')
  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('link', { name: 'Start with ten cards' }).click()
  await showAnswer(page).click()
  await expect(rating(page, 'Good')).toBeVisible()
  await expect(rating(page, 'Hard')).toHaveCount(0)
  expect((await userOf(guest.learner.id))?.preferences).toMatchObject({ buttons: 'two' })
})

test('a browser that has moved: one sentence, one button, and the day moves', async ({ newContext }) => {
  const guest = await makeGuest()
  const context = await newContext({ timezoneId: 'America/New_York' })
  await signIn(context, guest)
  const page = await context.newPage()
  await openSettings(page)
  await expect(page.getByText('Have you moved? This browser is in America/New_York.')).toBeVisible()
  await page.getByRole('button', { name: 'Move your day there' }).click()
  await expect(page.getByText('Have you moved?')).toHaveCount(0)
  await expect(page.getByLabel('Time zone')).toHaveValue('America/New_York')
  await saved(page, 'Your day')
  expect(await userOf(guest.learner.id)).toMatchObject({ zone: 'America/New_York', settingsVersion: 1 })
  await openReview(page)
  await answer(page, 'Good')
  await expectActs(page.request, 1)
  const [event] = await rowsOf<{ zone: string }>('SELECT zone FROM "Event" WHERE "userId" = $1', [guest.learner.id])
  expect(event?.zone).toBe('America/New_York')
})

test('at home nobody asks whether one has moved', async ({ page, guest }) => {
  await openSettings(page)
  await expect(page.getByText('Have you moved?')).toHaveCount(0)
  expect(guest.learner.zone).toBe('Europe/Lisbon')
})

test('the start of the day is kept, and answers carry it', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByLabel('Starts at').selectOption('00:00')
  await expect(page.getByText('A sitting after midnight')).toHaveCount(0)
  await page.getByLabel('Starts at').selectOption('06:00')
  await saved(page, 'Your day')
  await openReview(page)
  await answer(page, 'Good')
  await expectActs(page.request, 1)
  const [event] = await rowsOf<{ rolloverHour: number }>('SELECT "rolloverHour" FROM "Event" WHERE "userId" = $1', [guest.learner.id])
  expect(event?.rolloverHour).toBe(6)
})

test('changes in a row are all saved', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByLabel('Dark').check()
  await page.getByLabel('Small').check()
  await page.getByLabel('Two: Again, Good').check()
  await page.getByLabel('Open the source with every answer').check()
  await expect
    .poll(async () => (await userOf(guest.learner.id))?.preferences)
    .toMatchObject({ theme: 'dark', textSize: 'small', buttons: 'two', source: true })
})

for (const keep of ['there', 'here'] as const) {
  test(`a change elsewhere: both are shown, nothing is overwritten, and what stands ${keep} is kept`, async ({ page, guest, tolerate }) => {
    tolerate(/status of 409/)
    await openSettings(page)
    await changeElsewhere(page, { preferences: { theme: 'dark' } })
    await page.getByLabel('Starts at').selectOption('06:00')
    await expect(page.getByRole('heading', { name: 'Changed elsewhere' })).toBeFocused()
    await expect(page.getByRole('row', { name: 'Theme Dark As the system' })).toBeVisible()
    await expect(page.getByRole('row', { name: 'The day starts at 04:00 06:00' })).toBeVisible()
    expect(await userOf(guest.learner.id)).toMatchObject({ rolloverHour: 4, settingsVersion: 1 })
    await page.getByRole('button', { name: keep === 'there' ? 'Keep what stands there' : 'Save what stands here' }).click()
    await expect(page.getByRole('heading', { name: 'Changed elsewhere' })).toHaveCount(0)
    await expect(page.getByLabel('Starts at')).toHaveValue(keep === 'there' ? '4' : '6')
    if (keep === 'here') await saved(page, 'Your day')
    const kept = keep === 'there' ? { rolloverHour: 4, settingsVersion: 1 } : { rolloverHour: 6, settingsVersion: 2 }
    expect(await userOf(guest.learner.id)).toMatchObject(kept)
    expect(await theme(page)).toBe(keep === 'there' ? 'dark' : null)
  })
}

test('without the server a change is not lost: it says so, and is saved again', async ({ page, context, guest, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/)
  await openSettings(page)
  await context.setOffline(true)
  await page.getByLabel('Two: Again, Good').check()
  await expect(page.getByText('Not saved: the server cannot be reached.')).toBeVisible()
  await expect(page.getByLabel('Two: Again, Good')).toBeChecked()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Save again' }).click()
  await saved(page, 'Review')
  expect((await userOf(guest.learner.id))?.preferences).toMatchObject({ buttons: 'two' })
})

test('a session that has ended is said', async ({ page, context, guest, tolerate }) => {
  tolerate(/status of 401/)
  await openSettings(page)
  await context.clearCookies()
  await page.getByLabel('Dark').check()
  await expect(page.getByText(/^Not saved\. This session has ended\./)).toBeVisible()
  expect((await userOf(guest.learner.id))?.settingsVersion).toBe(0)
})

test('all of it by keyboard', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByLabel('Time zone').focus()
  for (const name of ['Starts at', 'Monday', 'Tuesday']) {
    await page.keyboard.press('Tab')
    await expect(page.getByLabel(name)).toBeFocused()
  }
  await page.keyboard.press('Space')
  await saved(page, 'Days off')
  await page.getByLabel('Four: Again, Hard, Good, Easy').focus()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Show the time of the answer')).toBeFocused()
  await page.keyboard.press('Space')
  await saved(page, 'Review')
  expect((await userOf(guest.learner.id))?.preferences).toMatchObject({ timer: true })
})

test('what no page of ours would send is refused', async ({ page, guest }) => {
  const put = (data: unknown) =>
    page.request.put(`${sharedUrl()}/api/settings`, {
      data: typeof data === 'string' ? data : JSON.stringify(data),
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    })
  expect((await put({})).status()).toBe(400)
  expect((await put('{')).status()).toBe(400)
  expect((await put({ version: 0, zone: 'Mars', rolloverHour: 4, preferences: {} })).status()).toBe(400)
  expect((await put('x'.repeat(500_000))).status()).toBe(413)
  expect((await userOf(guest.learner.id))?.settingsVersion).toBe(0)
})
