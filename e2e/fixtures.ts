/** What end-to-end tests share: contexts that are watched for errors, and a guest who is signed in. */
import { type BrowserContext, type BrowserContextOptions, expect, test as base } from '@playwright/test'
import { type Guest, makeGuest, sharedUrl, signIn } from './learners.ts'

type Fixtures = {
  /** Opens another browser context, watched like the test's own. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** Signed in within `page`'s context; nothing studied yet. */
  guest: Guest
  /** Errors of this wording are what the test is about. */
  tolerate: (wording: RegExp) => void
  complaints: Complaints
}

type Complaints = { heard: string[]; tolerated: RegExp[]; watch: (context: BrowserContext) => void }

export const test = base.extend<Fixtures>({
  baseURL: ({}, use) => use(sharedUrl()),

  // Console errors, what no handler caught, and breaches of the content policy, which the browser reports on the console too.
  complaints: [
    async ({}, use) => {
      const heard: string[] = []
      const tolerated: RegExp[] = []
      const watch = (context: BrowserContext) => {
        context.on('weberror', (error) => heard.push(String(error.error())))
        context.on('console', (message) => {
          if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`)
        })
      }
      await use({ heard, tolerated, watch })
      expect(heard.filter((text) => !tolerated.some((wording) => wording.test(text)))).toEqual([])
    },
    { auto: true },
  ],

  tolerate: ({ complaints }, use) => use((wording) => void complaints.tolerated.push(wording)),

  context: async ({ context, complaints }, use) => {
    complaints.watch(context)
    await use(context)
  },

  newContext: async ({ browser, complaints, contextOptions }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options = {}) => {
      const common = { baseURL: sharedUrl(), locale: 'en-GB', timezoneId: 'Europe/Lisbon' }
      const context = await browser.newContext({ ...contextOptions, ...common, ...options })
      complaints.watch(context)
      opened.push(context)
      return context
    })
    await Promise.all(opened.map((context) => context.close()))
  },

  guest: async ({ context }, use) => {
    const guest = await makeGuest()
    await signIn(context, guest)
    await use(guest)
  },

  locale: 'en-GB',
  timezoneId: 'Europe/Lisbon',
})

export { expect }
