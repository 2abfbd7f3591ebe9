// GitHub and Google, against a provider of the tests' own: entering, linking, unlinking, and what never happens by itself.

import type { Page } from '@playwright/test'
import { PROVIDER_NAMES, PROVIDERS } from '#lib/core/provider.ts'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { alert, fillClaim, learnerOf, signInAt } from './login.ts'
import { OAuthServer } from './oauth-server.ts'
import { type OwnServer, withServer } from './own-server.ts'
import { answerCards, expectActs } from './review.ts'

const PASSWORD = 'the virus waits in the kidney'

let people = 0
const newPerson = () => ({ id: (people += 1), login: `octocat-${people}`, email: `octocat-${people}@example.org` })

const oauth = new OAuthServer()
/** Not there yet while the hook that starts it runs. */
let server: OwnServer | undefined
const url = () => server?.url ?? ''
let close: () => void
let closed: Promise<void>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  await oauth.start()
  const client = (name: string) => ({ [`AUTH_${name}_ID`]: 'the-id', [`AUTH_${name}_SECRET`]: 'the-secret' })
  const env = { ...client('GITHUB'), ...client('GOOGLE'), AUTH_GITHUB_URL: oauth.url, AUTH_GOOGLE_ISSUER: oauth.url }
  const open = new Promise<void>((done) => (close = done))
  await new Promise<void>((ready, fail) => {
    closed = withServer(async (own) => {
      server = own
      ready()
      await open
    }, env)
    closed.catch(fail)
  })
})

test.afterAll(async () => {
  close()
  await closed
  oauth.stop()
})

test.use({ baseURL: ({}, use) => use(url()) })

test.beforeEach(() => {
  oauth.person = newPerson()
  oauth.refuses = false
})

const rows = <Row extends object>(sql: string, values: unknown[]) => rowsOf<Row>(sql, values, server?.databaseUrl)
const continueWith = async (page: Page, name: string) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Continue with ${name}` }).click()
}
const begin = async (page: Page, cards: number) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start reviewing' }).click()
  await answerCards(page, cards, 'Easy')
  await expectActs(page.request, cards)
}
const putAway = async (page: Page) => {
  await page.getByRole('checkbox', { name: 'I have put them where I will find them' }).check()
  await page.getByRole('button', { name: 'Go to Today' }).click()
  await expect(page).toHaveURL('/today')
}
const link = async (page: Page, name: string, password: string | null) => {
  await page.goto('/account')
  const form = page.getByRole('form', { name: 'Link a way in' })
  if (password !== null) await form.getByLabel('Your password', { exact: true }).fill(password)
  await form.getByRole('button', { name: `Link ${name}` }).click()
}

for (const provider of PROVIDERS) {
  const name = PROVIDER_NAMES[provider]

  test(`${name}: who is new gets an account, in the browser’s zone, and comes back to it from elsewhere`, async ({
    page,
    context,
    newContext,
  }) => {
    await continueWith(page, name)
    await expect(page).toHaveURL('/today')
    const learner = await learnerOf(context)
    expect(await rows('SELECT guest, email, zone FROM "User" WHERE id = $1', [learner])).toEqual([
      { guest: false, email: null, zone: 'Europe/Lisbon' },
    ])
    const cookies = (await context.cookies()).filter(({ name: cookie }) => cookie.includes('session-token'))
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }])
    const elsewhere = await newContext({ baseURL: url() })
    const there = await elsewhere.newPage()
    await continueWith(there, name)
    await expect(there).toHaveURL('/today')
    expect(await learnerOf(elsewhere)).toBe(learner)
  })

  test(`${name}: a guest with answers keeps them, and is an account from then on`, async ({ page, context }) => {
    await begin(page, 2)
    const guest = await learnerOf(context)
    await page.goto('/sign-in')
    await page.getByRole('radio', { name: /^Bring them along/ }).check()
    await page.getByRole('button', { name: `Continue with ${name}` }).click()
    await expect(page).toHaveURL('/today')
    expect(await learnerOf(context)).toBe(guest)
    await expectActs(page.request, 2)
    await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeVisible()
  })
}

test('a guest brings answers along to an account that a provider opens; the session that they had ends', async ({
  page,
  context,
  newContext,
}) => {
  const elsewhere = await newContext({ baseURL: url() })
  const there = await elsewhere.newPage()
  await continueWith(there, 'GitHub')
  await expect(there).toHaveURL('/today')
  const account = await learnerOf(elsewhere)

  await begin(page, 2)
  const guest = await learnerOf(context)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with GitHub' }).click()
  await expect(page.getByText('Choose what becomes of these answers.')).toBeVisible()
  await page.getByRole('radio', { name: /^Bring them along/ }).check()
  await page.getByRole('button', { name: 'Continue with GitHub' }).click()
  await expect(page).toHaveURL('/today')
  expect(await learnerOf(context)).toBe(account)
  await expectActs(page.request, 2)
  expect(await rows('SELECT 1 FROM "User" WHERE id = $1', [guest])).toEqual([])
})

test('an address that equals an account’s links nothing: the provider’s user is somebody else', async ({ page, context, newContext }) => {
  await begin(page, 1)
  await fillClaim(page, oauth.person.email, PASSWORD)
  await putAway(page)
  const account = await learnerOf(context)
  const elsewhere = await newContext({ baseURL: url() })
  const there = await elsewhere.newPage()
  await continueWith(there, 'Google')
  await expect(there).toHaveURL('/today')
  expect(await learnerOf(elsewhere)).not.toBe(account)
  expect(await rows('SELECT 1 FROM "Account" WHERE "userId" = $1', [account])).toEqual([])
})

test('linked with the password, it signs in; unlinked, it does not', async ({ page, context, newContext }) => {
  await begin(page, 1)
  await fillClaim(page, oauth.person.email, PASSWORD)
  await putAway(page)
  const account = await learnerOf(context)
  await link(page, 'GitHub', 'not the password')
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await link(page, 'GitHub', PASSWORD)
  await expect(page.getByRole('form', { name: 'Linked ways in' })).toContainText(oauth.person.login)
  expect(await learnerOf(context)).toBe(account)

  const elsewhere = await newContext({ baseURL: url() })
  const there = await elsewhere.newPage()
  await continueWith(there, 'GitHub')
  await expect(there).toHaveURL('/today')
  expect(await learnerOf(elsewhere)).toBe(account)

  await page.getByRole('button', { name: 'Unlink GitHub' }).click()
  await expect(page.getByRole('button', { name: 'Link GitHub' })).toBeVisible()
  const third = await newContext({ baseURL: url() })
  const stranger = await third.newPage()
  await continueWith(stranger, 'GitHub')
  await expect(stranger).toHaveURL('/today')
  expect(await learnerOf(third)).not.toBe(account)
})

test('somebody else’s identity is not linked', async ({ page, newContext }) => {
  const elsewhere = await newContext({ baseURL: url() })
  const there = await elsewhere.newPage()
  await continueWith(there, 'GitHub')
  await expect(there).toHaveURL('/today')
  const person = oauth.person
  oauth.person = newPerson()
  await continueWith(page, 'Google')
  await expect(page).toHaveURL('/today')
  oauth.person = person
  await link(page, 'GitHub', null)
  await expect(alert(page, 'This account at GitHub signs somebody else in, so it was not linked.')).toBeVisible()
})

test('a link that another session was about to make, or nobody, links nothing', async ({ page, context, newContext }) => {
  const intents: string[] = []
  const other = await newContext({ baseURL: url() })
  const there = await other.newPage()
  await continueWith(there, 'Google')
  await expect(there).toHaveURL('/today')
  // The other leaves for the provider, and what they were about to do is copied on the way.
  await there.route(`${oauth.url}/**`, async (route) => {
    intents.push((await other.cookies()).find(({ name }) => name === 'myelin.intent')?.value ?? '')
    await route.abort()
  })
  await link(there, 'GitHub', null)
  await expect.poll(() => intents.length).toBeGreaterThan(0)

  oauth.person = newPerson()
  await begin(page, 1)
  await fillClaim(page, oauth.person.email, PASSWORD)
  await putAway(page)
  const account = await learnerOf(context)
  for (const value of [intents[0] ?? '', encodeURIComponent(JSON.stringify({ act: 'link' }))]) {
    await page.goto('/sign-in')
    // Set as the browser leaves, over what the page itself was about to do.
    await page.route('**/api/auth/signin/github*', async (route) => {
      await context.addCookies([{ name: 'myelin.intent', value, url: url(), httpOnly: true }])
      await route.continue()
    })
    await page.getByRole('button', { name: 'Continue with GitHub' }).click()
    await expect(page).toHaveURL('/account')
    await page.unroute('**/api/auth/signin/github*')
    expect(await rows('SELECT 1 FROM "Account" WHERE "userId" = $1', [account])).toEqual([])
  }
  expect(intents[0]).not.toBe('')
})

test('the last way in stays; with a password beside it, it can go', async ({ page, context, newContext }) => {
  await continueWith(page, 'GitHub')
  await expect(page).toHaveURL('/today')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Unlink GitHub' }).click()
  await expect(alert(page, 'This is your only way in, so it stays.')).toBeFocused()
  await page.getByRole('link', { name: 'Add an address and a password' }).click()
  await page.getByLabel('E-mail').fill(oauth.person.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Add the password' }).click()
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Unlink GitHub' }).click()
  await expect(page.getByRole('button', { name: 'Link GitHub' })).toBeVisible()
  const account = await learnerOf(context)
  const elsewhere = await newContext({ baseURL: url() })
  await signInAt(elsewhere, { email: oauth.person.email, password: PASSWORD })
  expect(await learnerOf(elsewhere)).toBe(account)
})

test('who says no at the provider is told that nothing was changed', async ({ page, context }) => {
  oauth.refuses = true
  await continueWith(page, 'GitHub')
  await expect(alert(page, 'You were not signed in, and nothing was changed.')).toBeVisible()
  expect(await learnerOf(context)).toBeNull()
})

test('a way back that nobody asked for opens nothing', async ({ page, context }) => {
  await page.goto('/api/auth/callback/github?code=made-up&state=made-up')
  await expect(alert(page, 'You were not signed in, and nothing was changed.')).toBeVisible()
  expect(await learnerOf(context)).toBeNull()
})
