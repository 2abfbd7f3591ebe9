// The account page: address, password, codes and sessions; and the ways back in for who lost the password.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Asker } from './entry-points.ts'
import { expect, test } from './fixtures.ts'
import { makeAccount, rowsOf, sharedUrl, signIn } from './learners.ts'
import { alert, fillSignIn, learnerOf, NEW_PASSWORD, signInAt } from './login.ts'

const section = (name: string) => ({ name, exact: true })

for (const path of ['/account', '/claim']) {
  test(`${path} is nobody’s without a session`, async ({ page }) => {
    await page.goto(path)
    await expect(page).toHaveURL(path === '/account' ? '/sign-in' : '/')
  })
}

test('a guest who asks for the account page is led to claiming', async ({ page, guest: _guest }) => {
  await page.goto('/account')
  await expect(page).toHaveURL('/claim')
})

test('another password: the old one is asked for, and every other browser is signed out', async ({ page, context, newContext }) => {
  const account = await makeAccount()
  await signIn(context, account)
  const elsewhere = await newContext()
  await signInAt(elsewhere, account)
  await page.goto('/account')
  const form = page.getByRole('form', section('Password'))
  const change = async (old: string, fresh: string) => {
    await form.getByLabel('Your password', { exact: true }).fill(old)
    await form.getByLabel('New password', { exact: true }).fill(fresh)
    await form.getByRole('button', { name: 'Change the password' }).click()
  }
  await change('not my password', NEW_PASSWORD)
  await expect(form.getByText('This is not your password.')).toBeVisible()
  await change(account.password, 'short')
  await expect(form.getByText('5 characters, ten too few.')).toBeVisible()
  await change(account.password, '1qaz2wsx3edc4rfv')
  await expect(form.getByText('It is on the lists of passwords that are tried first')).toBeVisible()
  await change(account.password, NEW_PASSWORD)
  await expect(form.getByText('The password is new. Every other browser was signed out.')).toBeVisible()
  await expect(form.getByLabel('New password', { exact: true })).toHaveValue('')
  expect(await learnerOf(context)).toBe(account.learner.id)
  expect(await learnerOf(elsewhere)).toBeNull()
  const third = await newContext()
  await signInAt(third, { email: account.email, password: NEW_PASSWORD })
})

test('another address: refused where it is somebody’s, else it is the one to sign in with', async ({ page, context, newContext }) => {
  const [account, other] = [await makeAccount(), await makeAccount()]
  await signIn(context, account)
  await page.goto('/account')
  const form = page.getByRole('form', section('E-mail'))
  await expect(form.getByLabel('E-mail')).toHaveValue(account.email)
  const change = async (email: string) => {
    await form.getByLabel('E-mail').fill(email)
    await form.getByLabel('Your password', { exact: true }).fill(account.password)
    await form.getByRole('button', { name: 'Save the address' }).click()
  }
  await change(other.email)
  await expect(form.getByRole('alert')).toHaveText('This address cannot be used here. If it is yours, sign in.')
  const moved = `${crypto.randomUUID()}@example.org`
  await change(moved)
  await expect(form.getByText('Saved. From now on you sign in with this address.')).toBeVisible()
  await expect(form.getByLabel('E-mail')).toHaveValue(moved)
  await signInAt(await newContext(), { email: moved, password: account.password })
})

test('sessions are listed by browser and ended one by one', async ({ page, context, newContext }) => {
  const account = await makeAccount()
  await signInAt(context, account)
  const phone = await newContext({
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1',
  })
  await signInAt(phone, account)
  await page.goto('/account')
  const list = page.getByRole('region', section('Signed in')).getByRole('listitem')
  // The third is the session that the account was made with.
  await expect(list).toHaveCount(3)
  await expect(list.filter({ hasText: 'This browser' })).toContainText('Chrome on Linux')
  await expect(list.filter({ hasText: 'Safari on iPhone' })).toContainText('Seen')
  await page.getByRole('button', { name: 'Sign out Safari on iPhone' }).click()
  await expect(list).toHaveCount(2)
  expect(await learnerOf(phone)).toBeNull()
  expect(await learnerOf(context)).toBe(account.learner.id)
})

test('signing out everywhere ends them all, and nobody else’s', async ({ page, context, newContext }) => {
  const [account, other] = [await makeAccount(), await makeAccount()]
  await signIn(context, account)
  const elsewhere = await newContext()
  await signInAt(elsewhere, account)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page).toHaveURL('/')
  expect(await learnerOf(context)).toBeNull()
  expect(await learnerOf(elsewhere)).toBeNull()
  expect(await rowsOf('SELECT 1 FROM "Session" WHERE "userId" = $1', [other.learner.id])).toHaveLength(1)
})

test('a recovery code signs in once, and can bring a new password', async ({ page, context, newContext }) => {
  const account = await makeAccount()
  const elsewhere = await newContext()
  await signInAt(elsewhere, account)
  const use = async (code: string, password = '') => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Use a recovery code' }).click()
    await expect(page).toHaveURL('/recover')
    await page.getByLabel('E-mail').fill(account.email)
    await page.getByLabel('Recovery code').fill(code)
    await page.getByLabel('New password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  const [first = '', second = ''] = account.codes
  await use(first.toUpperCase().replace('-', ' '))
  await expect(page).toHaveURL('/today')
  expect(await learnerOf(context)).toBe(account.learner.id)
  expect(await learnerOf(elsewhere)).toBe(account.learner.id)
  await context.clearCookies()
  await use(first)
  await expect(alert(page, 'This address and this code do not belong together, or the code was used before.')).toBeFocused()
  await use(second, NEW_PASSWORD)
  await expect(page).toHaveURL('/today')
  expect(await learnerOf(elsewhere)).toBeNull()
  await page.goto('/account')
  await expect(page.getByText('Eight codes are left.')).toBeVisible()
  await context.clearCookies()
  await signInAt(context, { email: account.email, password: NEW_PASSWORD })
})

test('new recovery codes take the place of the old ones', async ({ page, context }) => {
  const account = await makeAccount()
  await signIn(context, account)
  await page.goto('/account')
  const codes = page.getByRole('region', section('Recovery codes'))
  await codes.getByLabel('Your password', { exact: true }).fill(account.password)
  await codes.getByRole('button', { name: 'Make ten new codes' }).click()
  const items = codes.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(items).toHaveCount(10)
  const fresh = await items.allTextContents()
  expect(fresh.filter((code) => account.codes.includes(code))).toEqual([])
  await codes.getByRole('checkbox').check()
  await codes.getByRole('button', { name: 'Done' }).click()
  await expect(codes.getByText('Ten codes are left.')).toBeVisible()
})

test('the operator’s link lets its owner choose a password, once', async ({ page, context }) => {
  const account = await makeAccount()
  await signIn(context, account)
  const env = { ...process.env, PUBLIC_URL: sharedUrl() }
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'account', '--', 'reset', account.email.toUpperCase()], { env })
  const link = stdout.split('\n', 1)[0] ?? ''
  expect(link).toMatch(new RegExp(`^${sharedUrl()}/reset#[\\w-]{43}$`))
  const choose = async () => {
    await page.goto('/')
    await page.goto(link)
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Set the password' }).click()
  }
  await choose()
  await expect(page.getByRole('heading', { name: 'The password is new' })).toBeFocused()
  expect(await learnerOf(context)).toBeNull()
  await choose()
  await expect(alert(page, 'This link was used, or is older than a day.')).toBeFocused()
  await fillSignIn(page, account.email, NEW_PASSWORD)
  await expect(page).toHaveURL('/today')
})

test('an action that was sent no form answers like one that was sent an empty form', async ({ request }) => {
  const asker = new Asker(request, '', { 'sec-fetch-site': 'same-origin' })
  for (const sent of [{}, null, 'text', 7, [1, 2]]) {
    const response = await asker.act('/sign-in', 'app/(public)/sign-in/actions.ts signIn', sent)
    expect(response.status(), JSON.stringify(sent)).toBe(200)
    expect(await response.text()).toContain('Write an e-mail address.')
  }
})
