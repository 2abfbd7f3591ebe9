/** What a learner does on the pages of signing in. */
import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Account } from './learners.ts'

export const NEW_PASSWORD = 'and in the marrow of the bone'

export const fillClaim = async (page: Page, email: string, password: string) => {
  await page.goto('/claim')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Keep my progress' }).click()
}

export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  if (new URL(page.url(), 'http://x').pathname !== '/sign-in') await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** By the form, as a person does, in a browser of its own. */
export async function signInAt(context: BrowserContext, { email, password }: Pick<Account, 'email' | 'password'>): Promise<Page> {
  const page = await context.newPage()
  await fillSignIn(page, email, password)
  await expect(page).toHaveURL('/today')
  return page
}

export const alert = (page: Page, words: string | RegExp) => page.getByRole('alert').filter({ hasText: words })

/** The learner of whom the server speaks to this browser; null: the session has ended. */
export async function learnerOf({ request }: Pick<BrowserContext, 'request'>): Promise<string | null> {
  const response = await request.get('/api/queue')
  return response.status() === 401 ? null : ((await response.json()) as { learner: string }).learner
}
