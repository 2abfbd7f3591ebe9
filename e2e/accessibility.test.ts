// axe finds nothing on any page and state, in both themes, nor on the review in forced colours and with reduced motion.

import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { signIn, makeGuest } from './learners.ts'
import { answer, openReview, question, rating, showAnswer } from './review.ts'
import { states } from './states.ts'

for (const { name, signedIn, reach, errors } of states) {
  test(`${name}: no fault in either theme`, async ({ page, context, tolerate }) => {
    if (errors) tolerate(errors)
    if (signedIn) await signIn(context, await makeGuest())
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await reach(page)
    expect(await faults(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faults(page)).toEqual([])
  })
}

test('axe would notice: a page with a fault has one', async ({ page, guest: _guest }) => {
  await openReview(page)
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await faults(page)).toEqual([expect.stringContaining('button-name')])
})

test('with reduced motion, nothing of the review moves', async ({ page, guest: _guest }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openReview(page)
  await answer(page, 'Good')
  await expect(showAnswer(page)).toBeVisible()
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  expect(moving).toBe(0)
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return `${transitionDuration}, ${animationDuration}`.split(', ').map((text) => parseFloat(text))
      }),
    ),
  )
  expect(longest).toBeLessThan(0.02)
})

test('in forced colours the review keeps its borders, its gap and its focus', async ({ page, guest: _guest }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openReview(page)
  expect(await faults(page)).toEqual([])
  await expect(question(page)).toBeFocused()
  // By key, since focus is drawn for those who use keys.
  await page.keyboard.press('Space')
  const good = rating(page, 'Good')
  await expect(good).toHaveCSS('border-top-style', 'solid')
  await good.focus()
  expect(await good.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none')
  expect(await faults(page)).toEqual([])
})
