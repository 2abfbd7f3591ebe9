/** Two devices of one learner: what each does while it is offline, and what both say once all of it has arrived. */
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { getCard } from '#lib/study/get-card.ts'
import { daysTwice, differing } from '#lib/study/testing.ts'
import type { CardId } from '#lib/core/ids.ts'
import { type Account, rowsOf } from './learners.ts'
import { signInAt } from './login.ts'
import { makeNote, onlyOwnDeck } from './own.ts'
import { answer, openReview, queueOf, type RatingName } from './review.ts'

export type Act = RatingName | 'undo' | 'bury' | 'suspend'
export type DevicePage = { context: BrowserContext; page: Page }

const KEYS = { undo: 'u', bury: '-', suspend: '@' } as const

/** The first card of the deck is asked first on every device. */
export const FRONTS = ['Which virus?', 'Which cell?', 'Which drug?', 'Which test?']

export type Ward = { account: Account; deckId: string; notes: string[]; cards: CardId[]; here: DevicePage; there: DevicePage }

/** A clock that goes as fast as any other, and is ahead by so much. */
async function skewClock(page: Page, aheadMs: number): Promise<void> {
  await page.addInitScript((ms) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + ms
  }, aheadMs)
}

/** One account with a deck of four notes, open for review in two browsers whose clocks are off by as much as said. */
export async function openWard(account: Account, contexts: [BrowserContext, BrowserContext], aheadMs: [number, number]): Promise<Ward> {
  const [here, there] = await Promise.all(contexts.map(async (context) => ({ context, page: await signInAt(context, account) })))
  if (!here || !there) throw new Error('There are two contexts.')
  const { request } = here.context
  const userId = account.learner.id
  const deckId = await onlyOwnDeck(request, userId)
  const notes: string[] = []
  for (const front of FRONTS) notes.push(await makeNote(request, deckId, 'question', { front, back: 'The answer' }))
  const rows = await rowsOf<{ id: CardId }>('SELECT id FROM "Card" WHERE "userId" = $1 AND "deckId" = $2 ORDER BY place', [userId, deckId])
  for (const [index, { page }] of [here, there].entries()) {
    await skewClock(page, aheadMs[index] ?? 0)
    await openReview(page)
  }
  return { account, deckId, notes, cards: rows.map(({ id }) => id), here, there }
}

const waiting = (page: Page) => page.getByText(/on this device/)

/** Does things while the device is offline; each counts as waiting before the next is done. */
export async function doOffline({ context, page }: DevicePage, acts: readonly Act[]): Promise<void> {
  await context.setOffline(true)
  for (const [index, act] of acts.entries()) {
    if (act in KEYS) await page.keyboard.press(KEYS[act as keyof typeof KEYS])
    else await answer(page, act as RatingName)
    await expect(page.getByText(new RegExp(`^Offline\\. ${index + 1}\\sanswers? waits? on this device`))).toBeVisible()
  }
}

/** Connected again, and all that waited has arrived. */
export async function goOnline({ context, page }: DevicePage): Promise<void> {
  await context.setOffline(false)
  await expect(waiting(page)).toHaveCount(0)
}

/** What a page says, as a screen reader has it; the review's own page includes the card, how much is left and what can be undone. */
async function said({ page }: DevicePage): Promise<string> {
  const whole = await page.locator('body').ariaSnapshot()
  // A place for news that has none comes only once the page is alive.
  return whole.replaceAll(/^ *- status\n/gm, '')
}

/** Both devices say the same of the review and of each card, and the database is what a fold from nothing gives. */
export async function expectAgreement({ account, cards, here, there }: Ward, alsoAt: readonly string[] = []): Promise<void> {
  const { learner } = account
  for (const path of ['/review', ...cards.slice(0, 2).map((id) => `/cards/${id}`), ...alsoAt]) {
    await Promise.all([here, there].map(({ page }) => (path === '/review' ? openReview(page) : page.goto(path))))
    // An answer whose receipt was lost with its page is sent once more first, and its card is not asked meanwhile.
    await expect(async () => expect(await said(here), path).toBe(await said(there))).toPass({ timeout: 10_000 })
  }
  const [one, other] = await Promise.all([queueOf(here.context.request), queueOf(there.context.request)])
  expect({ ...one, now: '' }).toEqual({ ...other, now: '' })
  expect(
    await differing(
      learner.id,
      cards.map((id) => ({ id })),
    ),
  ).toEqual([])
  const { kept, again } = await daysTwice(learner)
  expect(kept).toEqual(again)
}

/** The standing answers of a card, oldest first. */
export async function historyOf({ account }: Ward, card: CardId | undefined): Promise<number[]> {
  const view = card === undefined ? null : await getCard(account.learner, Date.now(), card)
  return (view?.history ?? []).toReversed().flatMap(({ what }) => (what.kind === 'answer' ? [what.rating] : []))
}
