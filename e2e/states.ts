/** Every page and state that is looked at as a whole, and the way to each. */
import { expect, type Page } from '@playwright/test'
import { answer, answerCards, expectActs, openReview, question, showAnswer } from './review.ts'
import { changeElsewhere, giveKey, openSettings } from './settings.ts'

export type State = { name: string; signedIn: boolean; reach: (page: Page) => Promise<void>; errors?: RegExp }

const revealed = async (page: Page) => {
  await openReview(page)
  await showAnswer(page).click()
}
const done = async (page: Page, first: 'Again' | 'Easy') => {
  await openReview(page)
  await answer(page, first)
  await answerCards(page, 1, 'Hard')
  // A card that was not forgotten or hard leaves the day; these two come back until they are known.
  const end = page.getByRole('heading', { name: 'Done for today' })
  while (!(await end.isVisible())) {
    await answer(page, 'Easy')
    await expect(showAnswer(page).or(end)).toBeVisible()
  }
}
const edit = async (page: Page) => {
  await openReview(page)
  await page.keyboard.press('e')
  await expect(page.locator('textarea').first()).toBeFocused()
}
const away = async (page: Page, status: number | 'connectionrefused') => {
  await page
    .context()
    .route('**/api/events', (route) => (typeof status === 'number' ? route.fulfill({ status, json: {} }) : route.abort(status)))
  await openReview(page)
  await answer(page, 'Good')
  await expect(page.getByText(/1\sanswer waits on this device/)).toBeVisible()
}

const claim = async (page: Page) => {
  await page.goto('/claim')
  await page.getByLabel('E-mail').fill(`${crypto.randomUUID().slice(0, 8)}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('the virus waits in the kidney')
  await page.getByRole('button', { name: 'Keep my progress' }).click()
  await expect(page.getByRole('heading', { name: 'Ten recovery codes' })).toBeFocused()
}

export const states: State[] = [
  { name: 'first page', signedIn: false, reach: async (page) => void (await page.goto('/')) },
  {
    name: 'first page, its card open',
    signedIn: false,
    reach: async (page) => {
      await page.goto('/')
      await page.getByText('Show answer').click()
    },
  },
  { name: 'first page of a guest', signedIn: true, reach: async (page) => void (await page.goto('/')) },
  { name: 'Today, first day', signedIn: true, reach: async (page) => void (await page.goto('/today')) },
  {
    name: 'Today, something due',
    signedIn: true,
    reach: async (page) => {
      await openReview(page)
      await answer(page, 'Good')
      await page.getByRole('link', { name: /^End/ }).click()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  { name: 'question', signedIn: true, reach: (page) => openReview(page) },
  { name: 'answer', signedIn: true, reach: revealed },
  {
    name: 'answer, its source open',
    signedIn: true,
    reach: async (page) => {
      await revealed(page)
      await page.keyboard.press('s')
      await expect(page.getByRole('complementary', { name: 'Source' })).toBeVisible()
    },
  },
  {
    name: 'keys',
    signedIn: true,
    reach: async (page) => {
      await openReview(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'menu and toast',
    signedIn: true,
    reach: async (page) => {
      await openReview(page)
      await page.keyboard.press('-')
      await expect(page.getByText('Card buried until tomorrow.')).toBeVisible()
      await page.getByRole('button', { name: /^More:/ }).click()
    },
  },
  { name: 'end of the sitting', signedIn: true, reach: (page) => done(page, 'Again') },
  {
    name: 'Today, done',
    signedIn: true,
    reach: async (page) => {
      await done(page, 'Again')
      await page.getByRole('link', { name: 'Back to Today' }).click()
      await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible()
    },
  },
  {
    name: 'more new cards',
    signedIn: true,
    reach: async (page) => {
      await done(page, 'Easy')
      await page.getByRole('link', { name: 'Back to Today' }).click()
      await page.getByRole('link', { name: /^Study 10 more new cards/ }).click()
      await expect(question(page)).toBeFocused()
    },
  },
  {
    name: 'practice',
    signedIn: true,
    reach: async (page) => {
      await done(page, 'Again')
      await openReview(page, '/review?more=forgotten')
      await showAnswer(page).click()
    },
  },
  {
    name: 'practice, done',
    signedIn: true,
    reach: async (page) => {
      await done(page, 'Again')
      await openReview(page, '/review?more=forgotten')
      await answer(page, 'Good')
      await expect(page.getByRole('heading', { name: 'Practice is done' })).toBeFocused()
    },
  },
  { name: 'editing a note in review', signedIn: true, reach: edit },
  {
    name: 'editing a note in review, not saved',
    signedIn: true,
    reach: async (page) => {
      await edit(page)
      await page.context().route('**/api/notes/**', (route) => route.abort('connectionrefused'))
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page.getByText(/The server cannot be reached/)).toBeVisible()
    },
    errors: /ERR_CONNECTION_REFUSED/,
  },
  {
    name: 'editing a note in review, two versions',
    signedIn: true,
    reach: async (page) => {
      await edit(page)
      const other = await page.context().newPage()
      await edit(other)
      await other.locator('textarea').first().fill('Which virus causes PML?')
      await other.getByRole('button', { name: 'Save note' }).click()
      await expect(question(other)).toHaveText('Which virus causes PML?')
      await other.close()
      await page.locator('textarea').first().fill('Which polyomavirus causes progressive multifocal leukoencephalopathy?')
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page.getByRole('heading', { name: 'Two versions of this note' })).toBeVisible()
    },
    errors: /status of 409/,
  },
  {
    name: 'offline',
    signedIn: true,
    reach: async (page) => {
      await openReview(page)
      await page.context().setOffline(true)
      await answerCards(page, 2, 'Good')
      await expect(page.getByText(/^Offline\. 2\sanswers wait on this device/)).toBeVisible()
    },
    errors: /ERR_INTERNET_DISCONNECTED/,
  },
  { name: 'answers wait', signedIn: true, reach: (page) => away(page, 'connectionrefused'), errors: /ERR_CONNECTION_REFUSED/ },
  { name: 'session ended', signedIn: true, reach: (page) => away(page, 401), errors: /status of 401/ },
  { name: 'settings', signedIn: true, reach: (page) => openSettings(page) },
  {
    name: 'settings, a key refused',
    signedIn: true,
    reach: async (page) => {
      await openSettings(page)
      await giveKey(page, 'Bury until tomorrow', 'u')
      await expect(page.getByRole('alert').filter({ hasText: 'U is taken' })).toBeVisible()
    },
  },
  {
    name: 'settings, days off planned, and one too late',
    signedIn: true,
    reach: async (page) => {
      await openSettings(page)
      await page.getByLabel('Sunday').check()
      await page.getByLabel('Day off', { exact: true }).fill('2099-12-24')
      await page.getByLabel('Last day, if more').fill('2100-01-01')
      await page.getByRole('button', { name: 'Plan it' }).click()
      await expect(page.getByRole('list', { name: 'Planned days off' })).toBeVisible()
      await page.getByLabel('Day off', { exact: true }).fill('2026-01-01')
      await page.getByRole('button', { name: 'Plan it' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'A day off is planned before it begins' })).toBeVisible()
    },
  },
  {
    name: 'settings, moved and not saved',
    signedIn: true,
    reach: async (page) => {
      await openSettings(page)
      await page.context().route('**/api/settings', (route) => route.abort('connectionrefused'))
      await page.getByLabel('Time zone').selectOption('America/New_York')
      await expect(page.getByText(/^Not saved/)).toBeVisible()
    },
    errors: /ERR_CONNECTION_REFUSED/,
  },
  {
    name: 'settings, changed elsewhere',
    signedIn: true,
    reach: async (page) => {
      await openSettings(page)
      await changeElsewhere(page, { zone: 'Asia/Tokyo' })
      await page.getByLabel('Starts at').selectOption('05:00')
      await expect(page.getByRole('heading', { name: 'Changed elsewhere' })).toBeFocused()
    },
    errors: /status of 409/,
  },
  {
    name: 'settings, deleting',
    signedIn: true,
    reach: async (page) => {
      await openSettings(page)
      await page.getByRole('button', { name: 'Delete everything' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'answer, by two buttons, with its time, in the largest letters',
    signedIn: true,
    reach: async (page) => {
      await openSettings(page)
      await changeElsewhere(page, { preferences: { buttons: 'two', timer: true, textSize: 'largest' } })
      await revealed(page)
    },
  },
  { name: 'sign in', signedIn: false, reach: async (page) => void (await page.goto('/sign-in')) },
  {
    name: 'sign in, from a guest with answers, refused',
    signedIn: true,
    reach: async (page) => {
      await openReview(page)
      await answer(page, 'Good')
      await expectActs(page.request, 1)
      await page.goto('/sign-in')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('Three things to correct. Nothing was sent.')).toBeVisible()
    },
  },
  { name: 'recovery code', signedIn: false, reach: async (page) => void (await page.goto('/recover')) },
  { name: 'new password by a link', signedIn: false, reach: async (page) => void (await page.goto('/reset#token')) },
  { name: 'keep your progress', signedIn: true, reach: async (page) => void (await page.goto('/claim')) },
  {
    name: 'keep your progress, refused',
    signedIn: true,
    reach: async (page) => {
      await page.goto('/claim')
      await page.getByRole('button', { name: 'Keep my progress' }).click()
      await expect(page.getByText('Two things to correct. Nothing was sent.')).toBeVisible()
    },
  },
  { name: 'recovery codes, shown once', signedIn: true, reach: claim },
  {
    name: 'account',
    signedIn: true,
    reach: async (page) => {
      await claim(page)
      await page.goto('/account')
    },
  },
  { name: 'not found', signedIn: false, reach: async (page) => void (await page.goto('/nothing/here')), errors: /status of 404/ },
]
