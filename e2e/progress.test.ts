// Progress, a deck's and a card's own page, after months of study: what they say, where they lead, and how they look on a phone.

import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { studyDaily } from '#lib/study/testing.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, type Guest, makeGuest, rowsOf, signIn } from './learners.ts'
import { makeDeck, makeNote } from './own.ts'
import { answer, answerCards, expectActs, openReview, queueOf, question, rating, showAnswer } from './review.ts'

const MONTHS = 100
let learned: Guest
let deckId: string
let cardId: string

test.beforeAll(async () => {
  test.setTimeout(180_000)
  learned = await makeGuest()
  const { id } = learned.learner
  await studyDaily(learned.learner, Date.now(), MONTHS)
  deckId = (await rowsOf<{ id: string }>('SELECT id FROM "Deck" WHERE "userId" = $1', [id]))[0]?.id ?? ''
  cardId = (await rowsOf<{ id: string }>('SELECT id FROM "Card" WHERE "userId" = $1 ORDER BY lapses DESC, id LIMIT 1', [id]))[0]?.id ?? ''
})

const pages = () => ['/progress', `/decks/${deckId}`, `/cards/${cardId}`]
/** The pages are looked at by the one learner who has studied for months; what changes rows has a learner of its own. */
const asLearned = (context: BrowserContext) => signIn(context, learned)

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`))
}

test('the head leads to Progress, which answers its five questions', async ({ page, context }) => {
  await asLearned(context)
  await page.goto('/today')
  await page.getByRole('link', { name: 'Progress', exact: true }).click()
  await expect(page).toHaveURL('/progress')
  await expect(page.getByRole('link', { name: 'Progress', exact: true })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Am I on track?',
    'What do I know?',
    'What is coming?',
    'Where am I weak?',
    'Are these predictions true?',
  ])
  const track = page.getByRole('region', { name: 'Am I on track?' })
  await expect(track.getByText(/^In the last 30 days you recalled \d+ of \d+\sreviews?\. You aim for 90%/)).toBeVisible()
  const known = page.getByRole('region', { name: 'What do I know?' })
  const [{ seen } = { seen: 0 }] = await rowsOf<{ seen: number }>(
    'SELECT count(*)::int AS seen FROM "Card" WHERE "userId" = $1 AND stability IS NOT NULL',
    [learned.learner.id],
  )
  await expect(known.getByText(`You have seen ${seen}.`)).toBeVisible()
})

test('each chart is said in words and has its table', async ({ page, context }) => {
  await asLearned(context)
  await page.goto('/progress')
  const charts = page.locator('figure')
  await expect(charts).toHaveCount(5)
  for (const chart of await charts.all()) {
    await expect(chart.getByRole('img')).toHaveCount(1)
    await expect(chart.getByRole('img')).toHaveAttribute('aria-label', /\d/)
    const summary = chart.getByText('As a table')
    if (await summary.isVisible()) await summary.click()
    await expect(chart.getByRole('table')).toBeVisible()
    expect(await chart.getByRole('row').count()).toBeGreaterThan(1)
  }
  // The table of the calendar adds up to what its heading says.
  const calendar = charts.filter({ has: page.getByText(/answers on/) })
  const told = await calendar.getByText(/^[\d,]+\sanswers on \d+\sdays$/).innerText()
  const cells = await calendar.getByRole('row').getByRole('cell').allInnerTexts()
  const answers = cells.filter((_, index) => index % 4 === 2).reduce((sum, cell) => sum + Number(cell), 0)
  expect(answers.toLocaleString('en-GB')).toBe(told.split(/\s/)[0])
})

test('weak cards are one click from practice, which leaves their schedule as it is', async ({ page, context }) => {
  test.setTimeout(120_000)
  const own = await makeGuest()
  await studyDaily(own.learner, Date.now(), 25, 3)
  await signIn(context, own)
  await page.goto('/progress')
  const weak = page.getByRole('region', { name: 'Where am I weak?' })
  await expect(weak.locator('ol').first().getByRole('listitem')).not.toHaveCount(0)
  const before = await rowsOf('SELECT id, "dueDay", reps, lapses FROM "Card" WHERE "userId" = $1 ORDER BY id', [own.learner.id])
  await weak.getByRole('link', { name: /^Practise th/ }).click()
  await expect(question(page)).toBeFocused()
  await showAnswer(page).click()
  await expect(rating(page, 'Good')).toHaveAccessibleName(/its schedule stays as it is/)
  await rating(page, 'Good').click()
  await expect
    .poll(() => rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1 AND practice', [own.learner.id]).then((rows) => rows.length))
    .toBe(1)
  expect(await rowsOf('SELECT id, "dueDay", reps, lapses FROM "Card" WHERE "userId" = $1 ORDER BY id', [own.learner.id])).toEqual(before)
})

test('one weak card is one click from practice, and a note of one’s own from being rewritten', async ({ page, guest }) => {
  const deck = await makeDeck(page.request, 'Ward round')
  const note = await makeNote(page.request, deck, 'question', { front: 'Which virus is it?', back: 'JC virus' })
  // Both were forgotten twice: one that the learner wrote, one that a base made.
  await rowsOf(
    `UPDATE "Card" SET lapses = 2, reps = 5, stability = 3, difficulty = 5, phase = 'review', "dueDay" = now()::date, "lastDay" = now()::date - 2, position = NULL
     WHERE "userId" = $1 AND id IN ((SELECT id FROM "Card" WHERE "userId" = $1 AND "deckId" <> $2 ORDER BY id LIMIT 1), (SELECT id FROM "Card" WHERE "userId" = $1 AND "noteId" = $3))`,
    [guest.learner.id, deck, note],
  )
  await openReview(page)
  await answer(page, 'Good')
  await expectActs(page.request, 1)
  await page.goto('/progress')
  const weak = page.getByRole('region', { name: 'Where am I weak?' })
  await expect(weak.getByRole('link', { name: /^Practise card/ })).toHaveCount(2)
  const rewrite = weak.getByRole('link', { name: /^Rewrite card/ })
  await expect(rewrite).toHaveCount(1)
  await expect(rewrite).toHaveAttribute('href', `/notes/${note}`)
  const number = (await rewrite.getAttribute('aria-label'))?.slice(-1)
  await rewrite.click()
  await expect(page.getByLabel('Question', { exact: true })).toHaveValue('Which virus is it?')
  await page.goBack()
  await weak.getByRole('link', { name: `Practise card ${number}` }).click()
  await expect(question(page)).toHaveText('Which virus is it?')
  await showAnswer(page).click()
  await rating(page, 'Good').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Practice is done')
  await expect
    .poll(() => rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1 AND practice', [guest.learner.id]).then((rows) => rows.length))
    .toBe(1)
})

test('a deck’s page maps its facts, and leads to their cards', async ({ page, context }) => {
  await asLearned(context)
  await page.goto(`/decks/${deckId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Progressive multifocal leukoencephalopathy/)
  await expect(page.getByRole('img', { name: /^\d+\sfacts in \d+\stopics: \d+ known, \d+ fading, \d+ unseen$/ })).toBeVisible()
  const etiology = page.getByRole('region', { name: 'Etiology' })
  await expect(etiology.getByText(/^\d+ of \d+ known$/)).toBeVisible()
  await etiology.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/cards\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: 'Every review' })).toBeVisible()
  await page.getByRole('link', { name: /^Progressive multifocal/ }).click()
  await expect(page).toHaveURL(`/decks/${deckId}`)
})

test('a card’s page shows every review and its curve', async ({ page, context }) => {
  await asLearned(context)
  await page.goto(`/cards/${cardId}`)
  const history = page.getByRole('region', { name: 'Every review', exact: true })
  const events = await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1 AND "cardId" = $2', [learned.learner.id, cardId])
  await expect(history.getByRole('row')).toHaveCount(events.length + 1)
  await expect(page.getByRole('img', { name: /\d+ answers, each at the recall predicted for it; you aim for 90%$/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Source' }).getByText(/Reference of \d{4}/)).toBeVisible()
})

test('options are saved; wrong values are said at their field; nothing moves', async ({ page, guest }) => {
  const [deck] = await rowsOf<{ id: string }>('SELECT id FROM "Deck" WHERE "userId" = $1', [guest.learner.id])
  const cards = () => rowsOf('SELECT * FROM "Card" WHERE "userId" = $1 ORDER BY id', [guest.learner.id])
  const before = await cards()
  await page.goto(`/decks/${deck?.id}`)
  const fresh = page.getByRole('textbox', { name: 'New cards a day' })
  await fresh.fill('many')
  await page.getByRole('button', { name: 'Save options' }).click()
  await expect(fresh).toHaveAccessibleDescription(/Write a whole number from 0 to 9999\.$/)
  await expect(fresh).toHaveValue('many')
  await fresh.fill('4')
  await page.getByRole('textbox', { name: 'Desired retention' }).fill('93')
  await page.getByRole('button', { name: 'Save options' }).click()
  await expect(page.getByText('Saved. No card moved')).toBeVisible()
  await page.reload()
  await expect(fresh).toHaveValue('4')
  await expect(page.getByRole('textbox', { name: 'Desired retention' })).toHaveValue('93')
  expect(await cards()).toEqual(before)
  expect((await queueOf(page.request)).counts.new).toBe(4)
})

test('a save that would overwrite another’s is refused, shows what is in force, and then goes through', async ({
  page,
  context,
  guest,
}) => {
  const [deck] = await rowsOf<{ id: string }>('SELECT id FROM "Deck" WHERE "userId" = $1', [guest.learner.id])
  const other = await context.newPage()
  const save = (on: Page) => on.getByRole('button', { name: 'Save options' }).click()
  const reviews = (on: Page) => on.getByRole('textbox', { name: 'Reviews a day' })
  await page.goto(`/decks/${deck?.id}`)
  await other.goto(`/decks/${deck?.id}`)
  await reviews(other).fill('80')
  await save(other)
  await expect(other.getByText('Saved.')).toBeVisible()
  await reviews(page).fill('60')
  await save(page)
  await expect(page.getByText('This was changed meanwhile')).toBeVisible()
  await expect(page.getByText(/^Now: 10 new and 80 reviews a day, 90% desired/)).toBeVisible()
  await expect(reviews(page)).toHaveValue('60')
  await save(page)
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('i in review opens the card, and going back comes back to it; a deck’s sitting is its own', async ({ page, guest }) => {
  await openReview(page)
  const words = await question(page).evaluate((element) => element.shadowRoot?.textContent?.trim() ?? '')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/cards\//)
  await expect(page.getByText('Not met yet')).toBeVisible()
  await expect(page.getByText('The card has never been answered.')).toBeVisible()
  await page.goBack()
  await expect(question(page)).toHaveText(words)
  await page.goto('/today')
  const [deck] = await rowsOf<{ id: string }>('SELECT id FROM "Deck" WHERE "userId" = $1', [guest.learner.id])
  await page.goto(`/decks/${deck?.id}`)
  await page.getByRole('link', { name: /^Review 10\scards$/ }).click()
  await expect(question(page)).toBeFocused()
  await answer(page, 'Again')
  await answerCards(page, 10, 'Easy')
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeFocused()
  await expectActs(page.request, 11)
  await page.getByRole('region', { name: 'Forgotten' }).getByRole('link').click()
  await expect(page.getByText('Answered today')).toBeVisible()
})

test('a learner who has answered nothing is told so, with the way to begin', async ({ page, guest }) => {
  await page.goto('/progress')
  await expect(page.getByText(/^Nothing has been answered yet/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0)
  expect(await faults(page)).toEqual([])
  await page.getByRole('link', { name: 'Start review' }).click()
  await expect(question(page)).toBeVisible()
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('a deck or card of another, or of nobody, is not found', async ({ page, guest, tolerate }) => {
  tolerate(/status of 404/)
  const before = await everythingOf(learned.learner.id)
  const own = '0190aaaa-0000-7000-8000-0000000000aa'
  await rowsOf(
    `INSERT INTO "Card" SELECT copied.* FROM (SELECT * FROM "Card" WHERE "userId" = $1 LIMIT 1) one,
       jsonb_populate_record(NULL::"Card", to_jsonb(one) || $2::jsonb) copied`,
    [learned.learner.id, JSON.stringify({ id: own, key: 'own' })],
  )
  for (const path of [`/cards/${own}`, `/decks/${own}`, '/cards/nothing', '/decks/%00']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
  }
  await rowsOf('DELETE FROM "Card" WHERE "userId" = $1 AND id = $2', [learned.learner.id, own])
  expect(await everythingOf(learned.learner.id)).toBe(before)
  expect(guest.learner.id).not.toBe(learned.learner.id)
})

for (const path of ['/progress', '/decks/0190aaaa-0000-7000-8000-0000000000aa', '/cards/0190aaaa-0000-7000-8000-0000000000aa']) {
  test(`${path} leads a visitor without a session to the first page`, async ({ page }) => {
    await page.goto(path)
    await expect(page).toHaveURL('/')
  })
}

for (const [width, theme] of [
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [320, 'dark'],
] as const) {
  test(`at ${width} px, ${theme}: no fault, no sideways scroll, text of charts at 15 px or near`, async ({ page, context }) => {
    await asLearned(context)
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const path of pages()) {
      await page.goto(path)
      expect(await faults(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width)
      const sizes = await page.locator('svg text:visible').evaluateAll((texts) =>
        texts.map((text) => {
          const plot = (text as SVGTextElement).ownerSVGElement
          return plot ? (15 * plot.getBoundingClientRect().width) / plot.viewBox.baseVal.width : 0
        }),
      )
      // At 320 px the gutter takes an eighth.
      expect(Math.min(15, ...sizes), path).toBeGreaterThan(width === 320 ? 11.9 : 14.9)
    }
  })
}
