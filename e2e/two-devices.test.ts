// Two devices of one learner answer the same cards offline, come back in either order, then edit and undo: they agree afterwards,
// and nothing that either did is lost.

import { type Act, doOffline, expectAgreement, FRONTS, goOnline, historyOf, openWard, type Ward } from './devices.ts'
import { expect, test } from './fixtures.ts'
import { makeAccount, rowsOf } from './learners.ts'
import { answer, asked, expectActs, openReview, question, queueOf } from './review.ts'

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
