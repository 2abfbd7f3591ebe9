// Signing in, with what a guest's browser holds; signing out; and tries that are counted.

import { v7 as uuidv7 } from 'uuid'
import type { CardId } from '#lib/core/ids.ts'
import { differing } from '#lib/study/testing.ts'
import { Sender } from './answers.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeAccount, rowsOf, sharedUrl, signIn } from './learners.ts'
import { alert, fillSignIn, learnerOf, signInAt } from './login.ts'
import { answerCards, expectActs, given, openReview, queueOf } from './review.ts'

const refusal = 'This address and this password do not belong together.'
const eventsOf = (userId: string) =>
  rowsOf<{ id: string; cardId: CardId; at: Date }>('SELECT id, "cardId", at FROM "Event" WHERE "userId" = $1 ORDER BY at, id', [userId])
const userExists = async (userId: string) => (await rowsOf('SELECT 1 FROM "User" WHERE id = $1', [userId])).length === 1

test('a wrong password and an unknown address are refused alike, and the fields keep what was typed', async ({ page }) => {
  const account = await makeAccount()
  for (const email of [account.email, 'nobody@example.org']) {
    await fillSignIn(page, email, 'not the password at all')
    await expect(alert(page, refusal)).toBeFocused()
    await expect(page.getByLabel('E-mail')).toHaveValue(email)
  }
  expect(await learnerOf(page)).toBeNull()
})

test('a visitor finds the way from the first page, and signing out ends the session on the server', async ({ page, context, request }) => {
  const account = await makeAccount()
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/sign-in')
  await fillSignIn(page, account.email, account.password)
  await expect(page).toHaveURL('/today')
  expect(await learnerOf(context)).toBe(account.learner.id)
  const [cookie] = await context.cookies()
  await page.getByRole('banner').getByRole('link', { name: 'Account' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/')
  expect(await context.cookies()).toEqual([])
  // A copy of the cookie opens nothing.
  const replayed = await request.get(`${sharedUrl()}/api/queue`, { headers: { cookie: `${cookie?.name}=${cookie?.value}` } })
  expect(replayed.status()).toBe(401)
})

test('from a guest with answers, nobody signs in before they chose', async ({ page, guest }) => {
  const account = await makeAccount()
  await openReview(page)
  await answerCards(page, 1, 'Good')
  await expectActs(page.request, 1)
  await fillSignIn(page, account.email, account.password)
  await expect(alert(page, 'One thing to correct. Nothing was sent.')).toBeFocused()
  await expect(page.getByText('Choose what becomes of these answers.')).toBeVisible()
  expect(await learnerOf(page)).toBe(guest.learner.id)
})

test('brought along: the same events are the account’s, folded with its own, and the guest is gone', async ({
  page,
  context,
  guest,
  request,
}) => {
  const account = await makeAccount()
  const sender = new Sender(request, account)
  const [first] = await sender.cards()
  if (!first) throw new Error('A new learner has cards.')
  await sender.send(await sender.answer(first, 1))
  await openReview(page)
  await answerCards(page, 3, 'Good')
  await expectActs(page.request, 3)
  const [own, brought] = await Promise.all([eventsOf(account.learner.id), eventsOf(guest.learner.id)])
  expect(brought.map(({ cardId }) => cardId)).toContain(first.id)

  await page.goto('/sign-in')
  await page.getByRole('radio', { name: /^Bring them along/ }).check()
  await fillSignIn(page, account.email, account.password)
  await expect(page).toHaveURL('/today')
  expect(await learnerOf(context)).toBe(account.learner.id)
  const all = await eventsOf(account.learner.id)
  expect(all).toEqual([...own, ...brought].toSorted((a, b) => Number(a.at) - Number(b.at)))
  expect(
    await differing(
      account.learner.id,
      all.map(({ cardId }) => ({ id: cardId })),
    ),
  ).toEqual([])
  expect(await userExists(guest.learner.id)).toBe(false)
  expect((await queueOf(page.request)).acts).toHaveLength(4)
})

test('left behind: the account has none of them, and the guest’s cookie opens nothing', async ({ page, context, guest, request }) => {
  const account = await makeAccount()
  const before = await everythingOf(account.learner.id)
  await openReview(page)
  await answerCards(page, 1, 'Good')
  await expectActs(page.request, 1)
  await page.goto('/sign-in')
  await page.getByRole('radio', { name: /^Leave them/ }).check()
  await fillSignIn(page, account.email, account.password)
  await expect(page).toHaveURL('/today')
  expect(await learnerOf(context)).toBe(account.learner.id)
  expect(await everythingOf(account.learner.id)).toBe(before)
  const { name, value } = guest.cookie
  expect((await request.get(`${sharedUrl()}/api/queue`, { headers: { cookie: `${name}=${value}` } })).status()).toBe(401)
})

test('answers that could not be sent yet are not left behind by bringing the others', async ({ page, context, guest, tolerate }) => {
  tolerate(/net::ERR_CONNECTION_REFUSED/)
  const account = await makeAccount()
  await openReview(page)
  await answerCards(page, 1, 'Good')
  await expectActs(page.request, 1)
  await context.route('**/api/events', (route) => route.abort('connectionrefused'))
  await answerCards(page, 2, 'Good')
  await given(page, 3)
  await page.goto('/sign-in')
  await page.getByRole('radio', { name: /^Bring them along/ }).check()
  await fillSignIn(page, account.email, account.password)
  await expect(alert(page, /2\sanswers on this device could not be sent yet/)).toBeFocused()
  expect(await learnerOf(context)).toBe(guest.learner.id)
  await context.unroute('**/api/events')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/today')
  expect(await eventsOf(account.learner.id)).toHaveLength(3)
})

test('ten tries on one account, then none for an hour, though the password be right', async ({ page, newContext }) => {
  const account = await makeAccount()
  await page.goto('/sign-in')
  for (let tries = 0; tries < 10; tries++) {
    await fillSignIn(page, account.email, `not the password ${tries}`)
    await expect(alert(page, refusal)).toBeVisible()
    await page.reload()
  }
  await fillSignIn(page, account.email, account.password)
  await expect(alert(page, 'Too many tries. Nothing is locked for good: wait an hour, then try again.')).toBeFocused()
  // Nobody else is held up.
  await signInAt(await newContext(), await makeAccount())
})

test('an account’s session that ended offers to sign in again, and what waited is sent then', async ({ page, context, tolerate }) => {
  tolerate(/the server responded with a status of 401/)
  const account = await makeAccount()
  await signIn(context, account)
  await openReview(page)
  await answerCards(page, 1, 'Good')
  await expectActs(page.request, 1)
  await rowsOf('DELETE FROM "Session" WHERE "userId" = $1', [account.learner.id])
  await answerCards(page, 2, 'Good')
  const ended = alert(page, 'Your session has ended.')
  await expect(ended).toContainText(/2\sanswers wait on this device\. They are sent when you are back\./)
  await expect(ended.getByRole('button', { name: 'Begin anew as a guest' })).toHaveCount(0)
  await ended.getByRole('link', { name: 'Sign in' }).click()
  await fillSignIn(page, account.email, account.password)
  await expect(page).toHaveURL('/today')
  await expectActs(page.request, 3)
  expect(await eventsOf(account.learner.id)).toHaveLength(3)
})

test('a deck of the guest’s own is asked about, and comes along', async ({ page, guest }) => {
  const account = await makeAccount()
  const ids = { deck: uuidv7(), note: uuidv7(), card: uuidv7() }
  const copy = (table: string, change: Record<string, unknown>) =>
    rowsOf(
      `INSERT INTO "${table}" SELECT copied.* FROM (SELECT * FROM "${table}" WHERE "userId" = $1 LIMIT 1) shipped,
         jsonb_populate_record(NULL::"${table}", to_jsonb(shipped) || $2::jsonb) copied`,
      [guest.learner.id, JSON.stringify(change)],
    )
  await copy('Deck', { id: ids.deck, baseId: null, baseNumber: null, name: 'Ward round' })
  await copy('Note', { id: ids.note })
  await copy('Card', { id: ids.card, noteId: ids.note, deckId: ids.deck })
  await page.goto('/sign-in')
  await expect(page.getByText('This browser has a guest: 1 card of your own')).toBeVisible()
  await page.getByRole('radio', { name: /^Bring them along/ }).check()
  await fillSignIn(page, account.email, account.password)
  await expect(page.getByText(/cards in 2\sdecks are ready/)).toBeVisible()
  expect(await rowsOf('SELECT name FROM "Deck" WHERE "userId" = $1 AND id = $2', [account.learner.id, ids.deck])).toHaveLength(1)
})
