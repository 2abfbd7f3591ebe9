// At 320 and 390 px nothing scrolls sideways and nothing is cut, in any state.

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { makeGuest, signIn } from './learners.ts'
import { openReview } from './review.ts'
import { states } from './states.ts'

/** What reaches beyond the window, and text that its own box cuts off; what only screen readers meet is left out. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : []
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])]
    for (const element of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('body *')])) {
      if (element.closest('.vh, .skip, svg') || !element.checkVisibility({ visibilityProperty: true })) continue
      const { left, right } = element.getBoundingClientRect()
      const words = element.textContent?.trim().slice(0, 40) ?? ''
      if (right > clientWidth + 0.5 || left < -0.5) faults.push(`${element.tagName} "${words}" reaches from ${left} to ${right}`)
      const clips = getComputedStyle(element).overflowX !== 'visible'
      if (clips && element.scrollWidth > element.clientWidth + 1) faults.push(`${element.tagName} "${words}" is cut`)
    }
    return faults
  })
}

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

test('a page that is too wide is noticed', async ({ page, guest }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openReview(page)
  expect(guest.cookie.value).not.toBe('')
  await page.evaluate(() => {
    const wide = document.createElement('div')
    wide.style.width = '400px'
    document.querySelector('main')?.append(wide)
  })
  expect(await cut(page)).not.toEqual([])
})
