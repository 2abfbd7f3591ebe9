/** Looks for what a narrow window cuts off. */
import type { Page } from '@playwright/test'

/**
 * What reaches beyond the window, and text that its own box cuts off, within cards, too. What only screen readers meet is left
 * out, and so is what can be scrolled to within its own box.
 */
export function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : []
    const roots = [...document.querySelectorAll('*')].flatMap((element) =>
      element.localName === 'next-route-announcer' ? [] : (element.shadowRoot ?? []),
    )
    const elements = [
      ...document.querySelectorAll<HTMLElement>('body *'),
      ...roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]),
    ]
    const scrolls = (element: Element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
    const above = (element: Element) => element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null
    const lies = (element: Element | null): boolean =>
      element !== null && element !== document.body && (scrolls(element) || lies(above(element)))
    for (const element of elements) {
      if (
        element.closest('.vh, .skip, svg, style, annotation, input, textarea, select') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue
      const { left, right, width } = element.getBoundingClientRect()
      const words = element.textContent?.trim().slice(0, 40) || (element.shadowRoot?.textContent?.trim().slice(0, 40) ?? '')
      const beyond = width > 0 && (right > clientWidth + 0.5 || left < -0.5)
      if (beyond && !lies(above(element))) faults.push(`${element.tagName} "${words}" reaches from ${left} to ${right}`)
      const clips = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX)
      if (clips && element.scrollWidth > element.clientWidth + 1) faults.push(`${element.tagName} "${words}" is cut`)
    }
    return faults
  })
}
