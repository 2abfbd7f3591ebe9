// At 320 and 390 px nothing scrolls sideways and nothing is cut, in any state.

import { cut } from './cut.ts'
import { expect, test } from './fixtures.ts'
import { makeGuest, signIn } from './learners.ts'
import { openReview } from './review.ts'
import { states } from './states.ts'

for (const width of [320, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 640 }, hasTouch: true, isMobile: true })
    for (const { name, signedIn, reach, errors } of states) {
      test(name, async ({ page, context, tolerate }) => {
        if (errors) tolerate(errors)
        if (signedIn) await signIn(context, await makeGuest())
        await reach(page)
        expect(await cut(page)).toEqual([])
      })
    }
  })
}

test('a page that is too wide is noticed', async ({ page, guest: _guest }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openReview(page)
  await page.evaluate(() => {
    const wide = document.createElement('div')
    wide.style.width = '400px'
    document.querySelector('main')?.append(wide)
  })
  expect(await cut(page)).not.toEqual([])
})
