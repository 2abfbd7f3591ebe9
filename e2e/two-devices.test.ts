// Two devices of one learner answer the same cards offline, come back in either order, then edit and undo: they agree afterwards,
// and nothing that either did is lost.

import { type Act, doOffline, expectAgreement, FRONTS, goOnline, historyOf, openWard, type Ward } from './devices.ts'
import { expect, test } from './fixtures.ts'
import { makeAccount, rowsOf } from './learners.ts'
import { answer, asked, expectActs, given, openReview, question, queueOf } from './review.ts'

type Case = {
  name: string
  /** What either does on the first card and those after it, both offline; `here` does it first. */
  here: Act[]
  there: Act[]
  /** What stands afterwards: the answers of the first card and of the second, and how many acts there are to undo. */
  first: number[]
  second: number[]
  acts: number
  /** Whether the first card is still to come today, and whether it is out of the queue for good. */
  open: boolean
  suspended?: boolean
  aheadMs?: [number, number]
}

const HOUR_MS = 3_600_000

const cases: Case[] = [
  { name: 'both answer the same card differently', here: ['Again'], there: ['Easy'], first: [1, 4], second: [], acts: 2, open: false },
  { name: 'both answer several', here: ['Good', 'Easy'], there: ['Easy', 'Again'], first: [3, 4], second: [4, 1], acts: 4, open: false },
  {
    name: 'one answers, the other suspends',
    here: ['Good'],
    there: ['suspend'],
    first: [3],
    second: [],
    acts: 2,
    open: false,
    suspended: true,
  },
  {
    name: 'one suspends, the other answers',
    here: ['suspend'],
    there: ['Again'],
    first: [1],
    second: [],
    acts: 2,
    open: false,
    suspended: true,
  },
  { name: 'one answers, the other buries', here: ['Again', 'Easy'], there: ['bury'], first: [1], second: [4], acts: 3, open: false },
  {
    name: 'one undoes what the other has not seen',
    here: ['Again', 'undo', 'Easy'],
    there: ['Hard'],
    first: [4, 2],
    second: [],
    acts: 2,
    open: false,
  },
  { name: 'one takes all back', here: ['Good', 'Again', 'undo', 'undo'], there: ['Easy'], first: [4], second: [], acts: 1, open: false },
  { name: 'one forgets what the other found easy', here: ['Easy'], there: ['Again'], first: [4, 1], second: [], acts: 2, open: true },
  {
    name: 'a clock that is behind by hours',
    here: ['Easy'],
    there: ['Again'],
    first: [4, 1],
    second: [],
    acts: 2,
    open: true,
    aheadMs: [-5 * HOUR_MS, 0],
  },
  {
    name: 'clocks that are days apart',
    here: ['Again'],
    there: ['Easy'],
    first: [1, 4],
    second: [],
    acts: 2,
    open: false,
    aheadMs: [50 * HOUR_MS, -30 * HOUR_MS],
  },
]

test.beforeEach(({ tolerate }) => tolerate(/net::ERR_INTERNET_DISCONNECTED/))

/** The acts of today that can be undone, oldest first. */
const groupsOf = async ({ here }: Ward) => (await queueOf(here.context.request)).acts.map(({ group }) => group)

/** Both go on, connected: one edits the note on its screen, the other undoes, and the one that did not look up answers a card. */
async function goOnTogether(ward: Ward): Promise<void> {
  const { here, there } = ward
  const before = await groupsOf(ward)
  await openReview(there.page)
  await there.page.keyboard.press('e')
  await there.page.getByLabel('Question', { exact: true }).fill('Asked in other words?')
  await there.page.keyboard.press('Control+Enter')
  await expect(question(there.page)).toHaveText('Asked in other words?')
  await openReview(here.page)
  await here.page.keyboard.press('u')
  await expect.poll(() => groupsOf(ward)).toEqual(before.slice(0, -1))
  await answer(there.page, 'Good')
  await expectActs(here.context.request, before.length)
}

for (const { name, here: hereActs, there: thereActs, first, second, acts, open, suspended = false, aheadMs } of cases) {
  for (const earlier of ['here', 'there'] as const) {
    test(`${name}; the one that acted ${earlier === 'here' ? 'first' : 'last'} comes back first`, async ({ newContext }) => {
      const account = await makeAccount()
      const ward = await openWard(account, [await newContext(), await newContext()], aheadMs ?? [0, 0])
      const { here, there, cards } = ward
      expect(await asked(here.page)).toBe(FRONTS[0])
      await doOffline(here, hereActs)
      await doOffline(there, thereActs)
      await goOnline(ward[earlier])
      await goOnline(earlier === 'here' ? there : here)

      await expectAgreement(ward)
      expect(await historyOf(ward, cards[0])).toEqual(first)
      expect(await historyOf(ward, cards[1])).toEqual(second)
      expect(await groupsOf(ward)).toHaveLength(acts)
      const queued = (await queueOf(here.context.request)).cards.map(({ id }) => id)
      expect(queued.includes(cards[0] ?? ('' as never))).toBe(open)
      const rows = await rowsOf('SELECT 1 FROM "Card" WHERE "userId" = $1 AND suspended', [account.learner.id])
      expect(rows).toHaveLength(suspended ? 1 : 0)

      await goOnTogether(ward)
      await expectAgreement(ward, ['/today', '/progress', `/decks/${ward.deckId}`])
    })
  }
}

test('a note is deleted that the other device answers offline: the answer is kept, and putting the note back brings both', async ({
  newContext,
}) => {
  const ward = await openWard(await makeAccount(), [await newContext(), await newContext()], [0, 0])
  const { here, there, notes, cards, deckId } = ward
  await doOffline(here, ['Easy', 'Easy'])
  await there.page.goto(`/notes/${notes[0]}`)
  await there.page.getByRole('button', { name: 'Delete note' }).click()
  await expect(there.page).toHaveURL(new RegExp(`/decks/${deckId}`))
  await goOnline(here)
  await expect(here.page.getByText(/could not be saved/)).toHaveCount(0)
  await expectActs(here.context.request, 2)
  expect(await historyOf(ward, cards[0])).toEqual([])
  await there.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => historyOf(ward, cards[0])).toEqual([4])
  await expectAgreement(ward)
})

test('a note is edited while the other device answers it offline: it keeps the new words and the answer', async ({ newContext }) => {
  const ward = await openWard(await makeAccount(), [await newContext(), await newContext()], [0, 0])
  const { here, there, notes, cards } = ward
  await doOffline(here, ['Again'])
  await there.page.goto(`/notes/${notes[0]}`)
  await there.page.getByLabel('Question', { exact: true }).fill('Which polyomavirus?')
  await there.page.keyboard.press('Control+Enter')
  await expect(there.page.getByText(/Saved 1\scard/).first()).toBeAttached()
  await goOnline(here)
  await expectAgreement(ward)
  expect(await historyOf(ward, cards[0])).toEqual([1])
  await here.page.goto(`/cards/${cards[0]}`)
  await expect(here.page.getByRole('heading', { level: 1 })).toHaveText('Which polyomavirus?')
})

test('both edit one note, the first of them offline: who saves later sees both texts and chooses', async ({ newContext, tolerate }) => {
  tolerate(/status of 409/)
  const ward = await openWard(await makeAccount(), [await newContext(), await newContext()], [0, 0])
  const { here, there, notes } = ward
  await Promise.all([here, there].map(({ page }) => page.goto(`/notes/${notes[0]}`)))
  await here.context.setOffline(true)
  await here.page.getByLabel('Question', { exact: true }).fill('Which virus, asked here?')
  await here.page.getByLabel('Answer', { exact: true }).fill('JC virus')
  await here.page.keyboard.press('Control+Enter')
  await expect(here.page.getByText(/The server cannot be reached/)).toBeVisible()
  await there.page.getByLabel('Question', { exact: true }).fill('Which virus, asked there?')
  await there.page.keyboard.press('Control+Enter')
  await expect(there.page.getByText(/Saved 1\scard/).first()).toBeAttached()

  await here.context.setOffline(false)
  await here.page.keyboard.press('Control+Enter')
  await expect(here.page.getByRole('heading', { name: 'Two versions of this note' })).toBeVisible()
  // What differs is marked in both texts.
  for (const said of ['here', 'there']) {
    await expect(here.page.getByRole('insertion').filter({ hasText: new RegExp(`\\b${said}$`) })).toBeVisible()
    await expect(here.page.getByRole('deletion').filter({ hasText: new RegExp(`\\b${said}$`) })).toBeVisible()
  }
  await here.page.getByRole('radio', { name: /^Question: Saved at/ }).check()
  await here.page.getByRole('button', { name: 'Save this note' }).click()
  await expect(here.page.getByLabel('Question', { exact: true })).toHaveValue('Which virus, asked there?')
  await expect(here.page.getByLabel('Answer', { exact: true })).toHaveValue('JC virus')
  await expectAgreement(ward)
})

test('a note is edited within the review on both: who saves later chooses, and comes back to the card', async ({
  newContext,
  tolerate,
}) => {
  tolerate(/status of 409/)
  const ward = await openWard(await makeAccount(), [await newContext(), await newContext()], [0, 0])
  const { here, there } = ward
  for (const { page } of [here, there]) {
    await page.keyboard.press('e')
    await expect(page.getByLabel('Question', { exact: true })).toBeFocused()
  }
  await here.page.getByLabel('Question', { exact: true }).fill('Which virus, asked here?')
  await here.page.keyboard.press('Control+Enter')
  await expect(question(here.page)).toHaveText('Which virus, asked here?')
  await there.page.getByLabel('Question', { exact: true }).fill('Which virus, asked there?')
  await there.page.keyboard.press('Control+Enter')
  await expect(there.page.getByRole('heading', { name: 'Two versions of this note' })).toBeVisible()
  await there.page.getByRole('button', { name: 'Save this note' }).click()
  await expect(question(there.page)).toHaveText('Which virus, asked there?')
  await answer(there.page, 'Good')
  await expectActs(there.context.request, 1)
  await expectAgreement(ward)
})

test('options are changed while the other device answers offline: its answer is kept as it was printed', async ({ newContext }) => {
  const ward = await openWard(await makeAccount(), [await newContext(), await newContext()], [0, 0])
  const { account, here, there, deckId, cards } = ward
  await doOffline(here, ['Easy', 'Good'])
  await there.page.goto(`/decks/${deckId}`)
  await there.page.getByLabel('Desired retention').fill('75')
  await there.page.getByRole('button', { name: 'Save' }).click()
  await expect(there.page.getByText(/^Saved\./)).toBeVisible()
  await goOnline(here)
  const rows = await rowsOf<{ printed: number; due: number }>(
    `SELECT e."nextDays" AS printed, c."dueDay" - e."studyDay" AS due FROM "Event" e JOIN "Card" c ON c."userId" = e."userId" AND c.id = e."cardId"
     WHERE e."userId" = $1 AND c.id = $2`,
    [account.learner.id, cards[0]],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.due).toBe(rows[0]?.printed)
  await expectAgreement(ward)
  await openReview(here.page)
  await answer(here.page, 'Easy')
  await expectActs(here.context.request, 3)
  await expectAgreement(ward)
})

test('a page that stayed open does not ask again what the other device answered meanwhile', async ({ newContext }) => {
  const ward = await openWard(await makeAccount(), [await newContext(), await newContext()], [0, 0])
  const { here, there } = ward
  await answer(there.page, 'Easy')
  await answer(there.page, 'Easy')
  await answer(there.page, 'Easy')
  await expectActs(there.context.request, 3)
  expect(await asked(here.page)).toBe(FRONTS[0])
  await answer(here.page, 'Easy')
  await expect(question(here.page)).toHaveText(FRONTS[3] ?? '')
  await given(here.page, 4)
  await expectAgreement(ward)
})

test('a tab that is come back to after a while shows what is left by then', async ({ newContext }) => {
  const ward = await openWard(await makeAccount(), [await newContext(), await newContext()], [0, 0])
  const { here, there } = ward
  await here.page.clock.install()
  await openReview(here.page)
  await here.page.evaluate(() => dispatchEvent(new Event('blur')))
  await answer(there.page, 'Easy')
  await expectActs(there.context.request, 1)
  await here.page.clock.fastForward(60_000)
  await here.page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(question(here.page)).toHaveText(FRONTS[1] ?? '')
  await given(here.page, 1)
})
