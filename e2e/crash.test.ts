// A killed tab and a crashed browser lose nothing: what waited is sent by the next page.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { makeGuest, rowsOf, sharedUrl, signIn } from './learners.ts'
import { answerCards, expectActs, given, killTab, openReview } from './review.ts'

/** Answers that cannot be sent: the page sees a server that is away. */
async function answerUnsent(context: BrowserContext, count: number) {
  const page = await context.newPage()
  await openReview(page, `${sharedUrl()}/review`)
  await context.route('**/api/events', (route) => route.abort('connectionrefused'))
  await answerCards(page, count, 'Good')
  await given(page, count)
  await expect(page.getByText(new RegExp(`${count}\\sanswers wait on this device`))).toBeVisible()
  return page
}

test.beforeEach(({ tolerate }) => tolerate(/net::ERR_CONNECTION_REFUSED/))

for (const path of ['/review', '/today']) {
  test(`a tab is killed with answers waiting: ${path} in a new one sends them`, async ({ context, guest }) => {
    const page = await answerUnsent(context, 3)
    await killTab(page)
    await context.unroute('**/api/events')
    const next = await context.newPage()
    await next.goto(path)
    await expectActs(context.request, 3)
    await expect(next.getByText(/on this device/)).toHaveCount(0)
    expect(await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1', [guest.learner.id])).toHaveLength(3)
  })
}

test('a new review does not ask again what was answered in the killed tab', async ({ context, guest }) => {
  const page = await answerUnsent(context, 2)
  const left = page.getByRole('progressbar', { name: 'Answers given' })
  await expect(left).toHaveAttribute('aria-valuetext', '2 given, 10 left')
  await killTab(page)
  const next = await context.newPage()
  await openReview(next)
  // Still unsent: these two are neither asked nor counted, for the server does not know yet when they are due.
  await expect(next.getByRole('progressbar', { name: 'Answers given' })).toHaveAttribute('aria-valuetext', '0 given, 8 left')
  expect(await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1', [guest.learner.id])).toEqual([])
})

/** A browser that nobody takes by the hand: it can be killed, and its profile outlives it. */
async function startBrowser(
  { executablePath, args = [] }: LaunchOptions,
  profile: string,
): Promise<{ child: ChildProcess; address: string }> {
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...args]
  const child = spawn(executablePath ?? chromium.executablePath(), flags, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const address = await new Promise<string>((done, fail) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const listening = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (listening) done(listening)
    })
    child.once('exit', () => fail(new Error(said)))
  })
  return { child, address }
}

/** Kills it with all of its processes. */
async function crash(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done))
  process.kill(-(child.pid ?? Number.NaN), 'SIGKILL')
  await ended
}

test('the browser is killed with answers waiting: started again, it sends them', async ({ launchOptions }) => {
  const profile = await mkdtemp(join(tmpdir(), 'myelin-profile-'))
  const guest = await makeGuest()
  const events = () => rowsOf<{ seq: number }>('SELECT seq FROM "Event" WHERE "userId" = $1 ORDER BY cursor', [guest.learner.id])
  const open = async () => {
    const { child, address } = await startBrowser(launchOptions, profile)
    const browser = await chromium.connectOverCDP(address)
    const [context] = browser.contexts()
    if (!context) throw new Error('A browser has a context of its own.')
    await signIn(context, guest)
    return { child, browser, context }
  }

  const first = await open()
  await answerUnsent(first.context, 4)
  await crash(first.child)
  await expect.poll(() => first.browser.isConnected()).toBe(false)
  expect(await events()).toEqual([])

  const second = await open()
  const page = await second.context.newPage()
  await page.goto(`${sharedUrl()}/review`)
  await expect.poll(events).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }])
  await second.browser.close()
  await crash(second.child)
  await rm(profile, { recursive: true, force: true })
})
