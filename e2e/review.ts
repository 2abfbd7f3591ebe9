/** What a learner does on the review page, and what the server says of it. */
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test'
import type { QueueAnswer } from '#lib/core/wire.ts'

export type RatingName = 'Again' | 'Hard' | 'Good' | 'Easy'

export const showAnswer = (page: Page): Locator => page.getByRole('button', { name: 'Show answer' })
export const rating = (page: Page, name: RatingName): Locator => page.getByRole('button', { name: new RegExp(`^${name}`) })
export const question = (page: Page): Locator => page.getByRole('article', { name: 'Card' }).getByRole('heading', { level: 1 })

/** The question's words; they stand in a shadow root, where innerText does not look. */
export async function asked(page: Page): Promise<string> {
  await expect(showAnswer(page)).toBeVisible()
  return question(page).evaluate((element) => element.shadowRoot?.textContent?.trim() ?? '')
}

const progress = (page: Page): Locator => page.getByRole('progressbar', { name: 'Answers given' })

/** Opens the review and waits until its page is alive: keys and buttons do nothing before. */
export async function openReview(page: Page, path = '/review'): Promise<void> {
  await page.goto(path)
  await expect(question(page)).toBeFocused()
}

export async function given(page: Page, count: number): Promise<void> {
  await expect(progress(page)).toHaveAttribute('aria-valuenow', String(count))
}

/** Answers the card on the screen by its buttons. */
export async function answer(page: Page, name: RatingName): Promise<void> {
  await showAnswer(page).click()
  await rating(page, name).click()
}

/** Answers as many cards as said, all with one rating. */
export async function answerCards(page: Page, count: number, name: RatingName): Promise<void> {
  for (let index = 0; index < count; index++) await answer(page, name)
}

/** The tab's process dies at once; a tab that is merely closed sends once more on its way out. */
export async function killTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // No answer comes from a dead page.
  session.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}

export async function queueOf(request: APIRequestContext): Promise<QueueAnswer> {
  const response = await request.get('/api/queue')
  expect(response.status()).toBe(200)
  return (await response.json()) as QueueAnswer
}

/** Waits until the server has as many acts of today as said. */
export async function expectActs(request: APIRequestContext, count: number): Promise<void> {
  await expect.poll(async () => (await queueOf(request)).acts.length).toBe(count)
}
