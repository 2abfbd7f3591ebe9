// A name, and days off: planned before they begin, kept once they are over, and passed over by the streak.

import type { Page } from '@playwright/test'
import { addDays, formatStudyDay, studyDayOf, weekdayOf } from '#lib/core/day.ts'
import { studyDaily } from '#lib/study/testing.ts'
import { expect, test } from './fixtures.ts'
import { makeAccount, rowsOf, signIn } from './learners.ts'
import { openSettings, saved, userOf } from './settings.ts'

const today = () => studyDayOf(Date.now(), 'Europe/Lisbon', 4)
const day = (ahead: number) => formatStudyDay(addDays(today(), ahead))
const full = (ahead: number) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day(ahead)))

async function plan(page: Page, from: string, to = ''): Promise<void> {
  await page.getByLabel('Day off', { exact: true }).fill(from)
  await page.getByLabel('Last day, if more').fill(to)
  await page.getByRole('button', { name: 'Plan it' }).click()
}

test('a name is saved with Enter or on leaving the field, and stands where the account is named', async ({ page, context }) => {
  const account = await makeAccount()
  await signIn(context, account)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Give a name in Settings' }).click()
  await expect(page).toHaveURL('/settings#name')
  await openSettings(page)
  const name = page.getByLabel('What you are called')
  await name.fill('  Anna   <b>Meyer</b> ')
  await name.press('Enter')
  await saved(page, 'Name')
  await expect(name).toHaveValue('Anna <b>Meyer</b>')
  await expect(name).toBeFocused()
  await page.getByRole('button', { name: 'Delete account' }).click()
  await expect(page.getByRole('dialog', { name: 'Delete the account of Anna <b>Meyer</b>?' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.goto('/account')
  await expect(page.getByText('Anna <b>Meyer</b>')).toBeVisible()

  await openSettings(page)
  await name.fill('x'.repeat(61))
  await name.blur()
  await expect(name).toHaveAccessibleDescription(/^61 letters; a name has at most 60 here\./)
  expect((await userOf(account.learner.id))?.name).toBe('Anna <b>Meyer</b>')
  await name.fill('')
  await name.blur()
  await saved(page, 'Name')
  expect((await userOf(account.learner.id))?.name).toBeNull()
})

test('weekdays and dates are planned, listed and taken back', async ({ page, guest }) => {
  await openSettings(page)
  await page.getByLabel('Sunday').check()
  await saved(page, 'Days off')
  await plan(page, day(1))
  const list = page.getByRole('list', { name: 'Planned days off' })
  await expect(list.getByRole('listitem')).toHaveText([new RegExp(`^${full(1)}`)])
  await plan(page, day(3), day(5))
  await expect(list.getByRole('listitem')).toHaveText([new RegExp(`^${full(1)}`), new RegExp(`^${full(3)} to ${full(5)}`)])
  await expect(page.getByLabel('Day off', { exact: true })).toHaveValue('')
  // The day after the last: one row of days, and the fields are empty again.
  await plan(page, day(6))
  await expect(list.getByRole('listitem')).toHaveText([new RegExp(`^${full(1)}`), new RegExp(`^${full(3)} to ${full(6)}`)])
  await expect(page.getByLabel('Day off', { exact: true })).toHaveValue('')
  await saved(page, 'Days off')
  await page.reload()
  await expect(page.getByLabel('Sunday')).toBeChecked()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  const stored = (await userOf(guest.learner.id))?.daysOff
  expect(stored?.settledTo).toBe(day(0))
  expect(stored?.rests).toContainEqual({ from: day(3), to: day(6), weekday: null })

  await openSettings(page)
  await list.getByRole('button', { name: `Take back ${full(1)}` }).click()
  await expect(page.getByRole('button', { name: 'Plan it' })).toBeFocused()
  await page.getByLabel('Sunday').uncheck()
  await saved(page, 'Days off')
  await expect.poll(async () => (await userOf(guest.learner.id))?.daysOff.rests).toEqual([{ from: day(3), to: day(6), weekday: null }])
})

test('a day that has begun cannot be planned: the field says from when on', async ({ page, guest }) => {
  await openSettings(page)
  const from = page.getByLabel('Day off', { exact: true })
  await plan(page, '')
  await expect(from).toHaveAccessibleDescription('Choose a day.')
  await expect(from).toBeFocused()
  for (const past of [day(0), day(-1), day(-300)]) {
    await plan(page, past)
    await expect(from).toHaveAccessibleDescription(/^A day off is planned before it begins: choose a day from .+ on\.$/)
  }
  await plan(page, day(4), day(2))
  await expect(page.getByLabel('Last day, if more')).toHaveAccessibleDescription(/^The last day lies before the first\./)
  await plan(page, day(2), day(900))
  await expect(page.getByLabel('Last day, if more')).toHaveAccessibleDescription(/^That is more than a year\./)
  expect((await userOf(guest.learner.id))?.settingsVersion).toBe(0)
})

test('nor past the page: the server refuses it by its own clock, and says so', async ({ page, guest, tolerate }) => {
  tolerate(/status of 422/)
  await openSettings(page)
  // As a page of another make would.
  await page.route('**/api/settings', async (route) => {
    const body = route.request().postDataJSON() as { daysOff: { rests: object[] } }
    await route.continue({ postData: { ...body, daysOff: { settledTo: null, rests: [{ from: day(0), to: day(0), weekday: null }] } } })
  })
  await page.getByLabel('Dark').check()
  await expect(page.getByText(/^Not saved\. A day off is planned before it begins: choose a day from .+ on\./)).toBeVisible()
  expect(await userOf(guest.learner.id)).toMatchObject({ settingsVersion: 0, daysOff: { rests: [] } })
})

test('the streak passes over a planned day off, which the calendar shows as a dash', async ({ page, guest }) => {
  test.setTimeout(60_000)
  await studyDaily(guest.learner, Date.now(), 12)
  const track = page.getByRole('region', { name: 'Am I on track?' })
  // The eighth day in a row is not studied: it lies five days back.
  await page.goto('/progress')
  await expect(track.getByText(/^5\sstudy days in a row\./)).toBeVisible()
  await expect(track.getByText(/a dash is a planned day off/)).toHaveCount(0)
  const planned = { settledTo: day(-20), rests: [{ from: day(-5), to: null, weekday: weekdayOf(addDays(today(), -5)) }] }
  await rowsOf('UPDATE "User" SET "daysOff" = $2 WHERE id = $1', [guest.learner.id, planned])
  await page.reload()
  await expect(track.getByText(/^11\sstudy days in a row\..* a dash is a planned day off\.$/)).toBeVisible()
  await expect(track.getByRole('img', { name: /; 1\splanned day off, a dash/ })).toBeVisible()
  await track.getByText('As a table').last().click()
  await track.getByText('Day by day').click()
  const [table, daily] = [track.getByRole('table').first(), track.getByRole('table').last()]
  await expect(daily.getByRole('row', { name: /0 0\ss yes$/ })).toHaveCount(1)
  await expect(daily.getByRole('row')).toHaveCount(13)
  const column = (await table.getByRole('columnheader').allInnerTexts()).indexOf('Days off')
  const cells = await table.getByRole('row').evaluateAll((rows, at) => rows.map((row) => row.children[at]?.textContent), column)
  expect(cells.slice(1).reduce((sum, cell) => sum + Number(cell), 0)).toBe(1)
  await page.getByRole('link', { name: 'planned' }).click()
  await expect(page).toHaveURL('/settings#off')
})
