// A guest keeps what they have: nothing is lost, the codes are shown once, and an address that is somebody's is refused.

import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeAccount, rowsOf, sharedUrl } from './learners.ts'
import { alert, fillClaim, learnerOf, signInAt } from './login.ts'
import { answerCards, expectActs, openReview } from './review.ts'

const PASSWORD = 'the virus waits in the kidney'
const newAddress = () => `${crypto.randomUUID()}@example.org`

test('a guest claims, keeps every answer, and goes on from another browser', async ({ page, context, guest, newContext }) => {
  await openReview(page)
  await answerCards(page, 2, 'Good')
  await expectActs(page.request, 2)
  const before = await everythingOf(guest.learner.id)
  const email = newAddress()

  await page.goto('/today')
  await page.getByRole('banner').getByRole('link', { name: 'Keep your cards' }).click()
  await expect(page.getByText('2 cards, 2 answers, 1 day: all of it moves to your account')).toBeVisible()
  await fillClaim(page, `  ${email.toUpperCase()} `, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Ten recovery codes' })).toBeFocused()
  expect(await everythingOf(guest.learner.id)).toBe(before)
  expect(await learnerOf(context)).toBe(guest.learner.id)
  expect(await rowsOf('SELECT email, guest FROM "User" WHERE id = $1', [guest.learner.id])).toEqual([{ email, guest: false }])

  const elsewhere = await newContext()
  await signInAt(elsewhere, { email, password: PASSWORD })
  expect(await learnerOf(elsewhere)).toBe(guest.learner.id)
})

test('the cookie that a guest had is worth nothing once they claimed', async ({ page, guest, request }) => {
  await fillClaim(page, newAddress(), PASSWORD)
  await expect(page.getByRole('heading', { name: 'Ten recovery codes' })).toBeVisible()
  const { name, value } = guest.cookie
  const response = await request.get(`${sharedUrl()}/api/queue`, { headers: { cookie: `${name}=${value}` } })
  expect(response.status()).toBe(401)
})

test('ten codes are shown once: copied, downloaded, put away, and gone', async ({ page, guest, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await fillClaim(page, newAddress(), PASSWORD)
  const items = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(items).toHaveCount(10)
  const codes = await items.allTextContents()
  for (const code of codes) expect(code).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}$/)
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(codes.join('\n'))
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as text' }).click()])
  expect(file.suggestedFilename()).toBe('myelin-recovery-codes.txt')
  expect(await readFile(await file.path(), 'utf8')).toContain(codes.join('\n'))

  const onward = page.getByRole('button', { name: 'Go to Today' })
  await expect(onward).toBeDisabled()
  await page.getByRole('checkbox', { name: 'I have put them where I will find them' }).check()
  await onward.click()
  await expect(page).toHaveURL('/today')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Keep your cards' })).toHaveCount(0)
  await page.goto('/claim')
  await expect(page.getByRole('heading', { name: 'Your progress is kept' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Recovery codes' })).toHaveCount(0)
  // Nor does the server have them.
  const stored = await rowsOf<{ hash: string }>('SELECT hash FROM "RecoveryCode" WHERE "userId" = $1', [guest.learner.id])
  expect(stored).toHaveLength(10)
  for (const { hash } of stored) expect(codes).not.toContain(hash)
})

test('an address in use is refused with one sentence, and the guest stays as they were', async ({ page, context, guest }) => {
  const account = await makeAccount()
  const [theirs, own] = await Promise.all([everythingOf(account.learner.id), everythingOf(guest.learner.id)])
  await fillClaim(page, account.email, PASSWORD)
  await expect(alert(page, /^This address cannot be used here\. If it is yours, sign in\.$/)).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveValue(account.email)
  expect(await learnerOf(context)).toBe(guest.learner.id)
  expect(await rowsOf('SELECT guest, email FROM "User" WHERE id = $1', [guest.learner.id])).toEqual([{ guest: true, email: null }])
  expect(await everythingOf(account.learner.id)).toBe(theirs)
  expect(await everythingOf(guest.learner.id)).toBe(own)
})

test('what the page can see to be wrong is said at once, and nothing is sent', async ({ page, guest: _guest }) => {
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await fillClaim(page, 'learner@example', 'myelin2026')
  await expect(alert(page, 'Two things to correct. Nothing was sent.')).toBeFocused()
  await expect(page.getByText('The part after the @ has no dot, as example.org has.')).toBeVisible()
  await expect(page.getByText('10 characters, five too few.')).toBeVisible()
  expect(posts).toEqual([])
  await page.getByRole('button', { name: 'Password', exact: true }).click()
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  await expect(password).toHaveAccessibleDescription(/^10 characters, five too few\./)
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Hide password' }).click()
  await expect(password).toHaveAttribute('type', 'password')
})

test('a password that is among the first to be tried is refused with a sentence, and another will do', async ({ page, guest }) => {
  const email = newAddress()
  await fillClaim(page, email, 'Sunshine1234567!')
  await expect(alert(page, 'One thing to correct.')).toBeFocused()
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAccessibleDescription(
    /^It is on the lists of passwords that are tried first, perhaps with digits around it\./,
  )
  await expect(password).toHaveValue('Sunshine1234567!')
  expect(await rowsOf('SELECT guest, email FROM "User" WHERE id = $1', [guest.learner.id])).toEqual([{ guest: true, email: null }])
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Keep my progress' }).click()
  await expect(page.getByRole('heading', { name: 'Ten recovery codes' })).toBeFocused()
})

test('tries at claiming are counted', async ({ page, guest }) => {
  const account = await makeAccount()
  for (let tries = 0; tries < 10; tries++) {
    await fillClaim(page, account.email, PASSWORD)
    await expect(alert(page, 'This address cannot be used here.')).toBeVisible()
  }
  await fillClaim(page, newAddress(), PASSWORD)
  await expect(alert(page, 'Too many tries.')).toBeVisible()
  expect(await rowsOf('SELECT guest FROM "User" WHERE id = $1', [guest.learner.id])).toEqual([{ guest: true }])
})

test('the server is away: what was typed stays, and the page says that nothing was changed', async ({ page, context, guest, tolerate }) => {
  tolerate(/net::ERR_(INTERNET_DISCONNECTED|FAILED)/)
  await page.goto('/claim')
  await context.setOffline(true)
  await page.getByLabel('E-mail').fill(newAddress())
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Keep my progress' }).click()
  await expect(alert(page, 'The server does not answer. Nothing was changed: try again in a moment.')).toBeFocused()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Keep my progress' }).click()
  await expect(page.getByRole('heading', { name: 'Ten recovery codes' })).toBeFocused()
  expect(await learnerOf(context)).toBe(guest.learner.id)
})
