// From the first page to the first card reviewed: one button, one tab.

import { expect, test } from './fixtures.ts'
import { answer, expectActs, given, question } from './review.ts'

test('one button leads from the first page to a first card reviewed', async ({ page, context }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Clinical facts')
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(1)
  await page.getByRole('button', { name: 'Start reviewing' }).click()
  await expect(page).toHaveURL('/review')
  await expect(question(page)).toBeFocused()
  await answer(page, 'Good')
  await given(page, 1)
  await expectActs(page.request, 1)
  expect(context.pages()).toHaveLength(1)
})

test('the first page shows a real card, and its answer on demand', async ({ page }) => {
  await page.goto('/')
  const card = page.getByRole('region', { name: 'A card' })
  await expect(card.getByText('oligodendrocyte')).toBeHidden()
  await card.getByText('Show answer').click()
  await expect(card.getByText('oligodendrocyte')).toBeVisible()
  await expect(card.getByText(/fact 03/)).toBeVisible()
})

test('the first page and a card stand without their fonts', async ({ page, context, tolerate }) => {
  tolerate(/net::ERR_FAILED/)
  await context.route('**/*.woff2', (route) => route.abort())
  await page.goto('/')
  await page.getByRole('button', { name: 'Start reviewing' }).click()
  await answer(page, 'Good')
  await given(page, 1)
})

test('a guest is a cookie that scripts cannot read and that lasts for ninety days', async ({ page, context }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start reviewing' }).click()
  await expect(question(page)).toBeVisible()
  const [cookie, ...others] = (await context.cookies()).filter(({ name }) => name.includes('session'))
  expect(others).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400
  expect(days).toBeGreaterThan(89.9)
  expect(days).toBeLessThan(90.1)
})

test('a guest who comes back to the first page goes on, and stays the same learner', async ({ page, guest }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start reviewing' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Go on to Today' }).click()
  await expect(page).toHaveURL('/today')
  const queue = (await (await page.request.get('/api/queue')).json()) as { learner: string }
  expect(queue.learner).toBe(guest.learner.id)
})

for (const path of ['/today', '/review']) {
  test(`${path} leads a visitor without a session to the first page`, async ({ page }) => {
    await page.goto(path)
    await expect(page).toHaveURL('/')
    await expect(page.getByRole('button', { name: 'Start reviewing' })).toBeVisible()
  })
}

test('the zone of the browser is the learner’s', async ({ newContext }) => {
  const context = await newContext({ timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Start reviewing' }).click()
  await expect(question(page)).toBeVisible()
  const queue = (await (await context.request.get('/api/queue')).json()) as { zone: string }
  expect(queue.zone).toBe('Asia/Tokyo')
})
