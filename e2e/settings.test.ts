// Settings: each is saved as it is chosen, and takes effect where it belongs.

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { makeGuest, rowsOf, sharedUrl, signIn } from './learners.ts'
import { answer, asked, expectActs, given, openReview, question, rating, showAnswer } from './review.ts'
import { changeElsewhere, giveKey, openSettings, saved } from './settings.ts'

type UserRow = { zone: string; rolloverHour: number; settingsVersion: number; preferences: Record<string, unknown> }

async function userOf(id: string): Promise<UserRow | undefined> {
  const [row] = await rowsOf<UserRow>('SELECT zone, "rolloverHour", "settingsVersion", preferences FROM "User" WHERE id = $1', [id])
  return row
}

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

test('two buttons: Again and Good, and the keys of the others do nothing', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByLabel('Two: Again, Good').check()
  await saved(page, 'Review')
  await openReview(page)
  await showAnswer(page).click()
  await expect(page.getByRole('group', { name: 'How well did you recall it' }).getByRole('button')).toHaveCount(2)
  await page.keyboard.press('2')
  await page.keyboard.press('4')
  await given(page, 0)
  await page.keyboard.press('3')
  await given(page, 1)
  await expectActs(page.request, 1)
  const [row] = await rowsOf<{ rating: number }>('SELECT rating FROM "Event" WHERE "userId" = $1', [guest.learner.id])
  expect(row?.rating).toBe(3)
})

test('the source opens with every answer, and closes for the one card that one closes it on', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByLabel('Open the source with every answer').check()
  await saved(page, 'Review')
  await openReview(page)
  const source = page.getByRole('complementary', { name: 'Source' })
  await expect(source).toHaveCount(0)
  await showAnswer(page).click()
  await expect(source).toBeVisible()
  await page.keyboard.press('s')
  await expect(source).toHaveCount(0)
  await rating(page, 'Good').click()
  await showAnswer(page).click()
  await expect(source).toBeVisible()
  expect(guest.learner.rolloverHour).toBe(4)
})

test('the time of the answer counts, and begins anew with the next card', async ({ page, guest }) => {
  await page.clock.install()
  await openSettings(page)
  await expect(page.getByRole('timer')).toHaveCount(0)
  await page.getByLabel('Show the time of the answer').check()
  await saved(page, 'Review')
  await openReview(page)
  const timer = page.getByRole('timer', { name: 'Time of the answer' })
  await expect(timer).toHaveText('0:00')
  await page.clock.fastForward(7_000)
  await expect(timer).toHaveText(/0:0[78]/)
  await page.clock.fastForward(90_000)
  await expect(timer).toHaveText('1:00')
  await answer(page, 'Good')
  await expect(timer).toHaveText('0:00')
  expect(guest.learner.zone).toBe('Europe/Lisbon')
})

test('the size of cards changes the card', async ({ page, guest }) => {
  const size = () => question(page).evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  await openReview(page)
  const normal = await size()
  await openSettings(page)
  await page.getByLabel('Largest').check()
  await saved(page, 'Review')
  await openReview(page)
  expect((await size()) / normal).toBeCloseTo(1.45, 1)
  expect((await userOf(guest.learner.id))?.preferences).toMatchObject({ textSize: 'largest' })
})

test('a key is given, its button shows it, and it acts', async ({ page, guest }) => {
  await openSettings(page)
  await giveKey(page, 'Bury until tomorrow', 'B')
  await expect(page.getByRole('button', { name: 'Take B away from “Bury until tomorrow”' })).toBeVisible()
  await page.getByRole('button', { name: 'Take - away from “Bury until tomorrow”' }).click()
  await page.getByRole('button', { name: 'Take U away from “Undo”' }).click()
  await saved(page, 'Keys')
  await openReview(page)
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  const first = await asked(page)
  await page.keyboard.press('-')
  await expect(question(page)).toHaveText(first)
  await page.keyboard.press('b')
  await expect(page.getByText('Card buried until tomorrow.')).toBeVisible()
  await page.keyboard.press('u')
  await expect(question(page)).not.toHaveText(first)
  await page.keyboard.press('z')
  await expect(question(page)).toHaveText(first)
  await page.keyboard.press('?')
  const buried = page.getByRole('dialog').getByRole('term').filter({ hasText: 'Bury until tomorrow' }).locator('..')
  await expect(buried.getByRole('definition')).toHaveText('B')
  expect((await userOf(guest.learner.id))?.preferences['keys']).toMatchObject({ bury: ['b'], undo: ['z'] })
})

test('a key that is taken, or that the page needs, is refused with a sentence and changes nothing', async ({ page, guest }) => {
  await openSettings(page)
  await giveKey(page, 'Source', 'u')
  await expect(page.getByText('U is taken by “Undo”. Choose another key, or take it away there first.')).toBeVisible()
  await giveKey(page, 'Source', 'ArrowDown')
  await expect(page.getByText(/^ArrowDown is needed by the page/)).toBeVisible()
  await giveKey(page, 'Source', ' ')
  await expect(page.getByText(/^Space is taken by/)).toBeVisible()
  await page.getByRole('button', { name: 'Add a key for “Source”' }).click()
  await expect(page.getByRole('button', { name: 'Press a key; Esc leaves it' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Add a key for “Source”' })).toBeFocused()
  expect((await userOf(guest.learner.id))?.settingsVersion).toBe(0)
})

test('all keys are set back', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByRole('button', { name: 'Take Esc away from “End the sitting”' }).click()
  // Esc is free now, so it can be given.
  await giveKey(page, 'Undo', 'Escape')
  await expect(page.getByRole('button', { name: 'Take Esc away from “Undo”' })).toBeVisible()
  await page.getByRole('button', { name: 'Set all keys back' }).click()
  await expect(page.getByRole('button', { name: 'Take Esc away from “End the sitting”' })).toBeVisible()
  await saved(page, 'Keys')
  await expect
    .poll(async () => (await userOf(guest.learner.id))?.preferences['keys'])
    .toMatchObject({ leave: ['Escape'], undo: ['u', 'z'] })
})

test('with single keys off, none acts and none is shown; Ctrl+Z undoes', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByLabel('Single keys act').uncheck()
  await saved(page, 'Keys')
  await openReview(page)
  await expect(page.locator('kbd:visible')).toHaveCount(0)
  const first = await asked(page)
  for (const key of ['Space', '-', '@', 's', '?', 'Escape']) await page.keyboard.press(key)
  await expect(question(page)).toHaveText(first)
  await expect(showAnswer(page)).toBeVisible()
  await expect(page).toHaveURL('/review')
  await answer(page, 'Good')
  await given(page, 1)
  await page.keyboard.press('Control+z')
  await given(page, 0)
  expect(guest.cookie.value).not.toBe('')
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
  for (const name of ['Starts at', 'Four: Again, Hard, Good, Easy', 'Show the time of the answer']) {
    await page.keyboard.press('Tab')
    await expect(page.getByLabel(name)).toBeFocused()
  }
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
  expect((await put('x'.repeat(20_000))).status()).toBe(413)
  expect((await userOf(guest.learner.id))?.settingsVersion).toBe(0)
})
