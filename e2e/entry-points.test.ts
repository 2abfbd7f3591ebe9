// Who may do what, held against the app: no entry point is missing from the table, and each keeps its word with no session, an
// ended one, another learner's and a request from another site.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { cookieName, sessionToken } from '#lib/auth/token.ts'
import { problemSentence } from '#lib/http/problem.ts'
import { Sender } from './answers.ts'
import { Asker, type EntryPoint, entryPoints, IMAGE } from './entry-points.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, type Guest, makeGuest, rowsOf, sharedUrl } from './learners.ts'

const METHODS = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS'

/** What a file lets people reach: a page, the methods of a handler, the actions of a file that is all actions. */
function entriesOf(path: string, text: string): string[] {
  if (path.endsWith('/page.tsx')) return [path]
  if (/\/route\.tsx?$/.test(path)) {
    const declared = [...text.matchAll(new RegExp(`export (?:async )?(?:function|const) (${METHODS})\\b`, 'g'))]
    const renamed = [...text.matchAll(new RegExp(`\\bas (${METHODS})\\b`, 'g'))]
    return [...declared, ...renamed].map(([, method]) => `${path} ${method}`)
  }
  if (/^\s*['"]use server['"]/.test(text)) {
    return [...text.matchAll(/export (?:async )?(?:function|const) (\w+)/g)].map(([, name]) => `${path} ${name}`)
  }
  // An action within another file would be an entry point that no list of files shows.
  return /^\s+['"]use server['"]/m.test(text) ? [`${path} has an action within`] : []
}

function walk(root: string, folder = 'app'): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  return files.flatMap((name) => entriesOf(join(folder, name), readFileSync(join(root, folder, name), 'utf8')))
}

test('the table holds every entry point of the app, and no other', () => {
  const found = walk('.').toSorted()
  expect(found.length).toBeGreaterThan(10)
  expect(entryPoints.map(({ at }) => at).toSorted()).toEqual(found)
})

test('an entry point that is not in the table would be noticed', async () => {
  const root = await mkdtemp(join(tmpdir(), 'myelin-entry-'))
  try {
    await mkdir(join(root, 'app/api/secret'), { recursive: true })
    await writeFile(
      join(root, 'app/api/secret/route.ts'),
      'export async function PATCH() {}\nconst handler = 1\nexport { handler as GET }\n',
    )
    await writeFile(join(root, 'app/page.tsx'), 'export default function Page() {}\n')
    await writeFile(join(root, 'app/acts.ts'), "'use server'\n// …\nexport async function give() {}\nexport const take = 1\n")
    await writeFile(join(root, 'app/form.tsx'), "function act() {\n  'use server'\n}\n")
    expect(walk(root).toSorted()).toEqual([
      'app/acts.ts give',
      'app/acts.ts take',
      'app/api/secret/route.ts GET',
      'app/api/secret/route.ts PATCH',
      'app/form.tsx has an action within',
      'app/page.tsx',
    ])
  } finally {
    await rm(root, { recursive: true })
  }
})

const ours = { 'sec-fetch-site': 'same-origin' }
/** As a browser sends a request that a page of another site made, were the cookie sent along. */
const theirs = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }

const cookieOf = ({ cookie }: Guest) => ({ cookie: `${cookie.name}=${cookie.value}` })

/** A learner who has answered a card, and all that is theirs, sessions and settings too. */
async function victimOf(request: APIRequestContext) {
  const guest = await makeGuest()
  const sender = new Sender(request, guest)
  const [card] = await sender.cards()
  if (!card) throw new Error('A new learner has cards.')
  await sender.send(await sender.answer(card))
  const { id } = guest.learner
  await rowsOf(`INSERT INTO "Media" ("userId", id, hash, type, size, bytes, "createdAt") VALUES ($1, $2, $3, 'image/gif', $4, $5, now())`, [
    id,
    guest.sessionId,
    IMAGE.hash,
    IMAGE.bytes.length,
    IMAGE.bytes,
  ])
  const all = async () => {
    const own = [
      rowsOf('SELECT to_jsonb(u) AS row FROM "User" u WHERE id = $1', [id]),
      rowsOf('SELECT id FROM "Session" WHERE "userId" = $1', [id]),
    ]
    return JSON.stringify([await everythingOf(id), ...(await Promise.all(own))])
  }
  return { guest, id, all }
}

/** Names nobody. */
const strangers = '00000000-0000-7000-8000-000000000000'

/** The session that an answer hands out; null: none. */
function sessionIn(response: APIResponse): string | null {
  const set = response.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie')
  const own = set.find(({ value }) => value.startsWith(`${cookieName()}=`))
  return own?.value.slice(cookieName().length + 1).split(';', 1)[0] || null
}

function expectSent(response: APIResponse, to: string): void {
  expect(response.status()).toBe(307)
  expect(response.headers()['location']).toBe(to)
}

/** What a stranger is told at a learner's entry point. */
async function expectRefusal({ kind, sends }: EntryPoint, response: APIResponse): Promise<void> {
  if (kind === 'page') return expectSent(response, sends?.strangers ?? '/')
  if (kind === 'action') {
    // An action answers its form, which says it in words.
    expect(response.status()).toBe(200)
    expect(await response.text()).toContain(problemSentence('session-ended'))
    return
  }
  expect(response.status()).toBe(401)
  expect(await response.json()).toMatchObject({ error: { code: 'session-ended' } })
}

const withoutSession: { name: string; cookie: () => Promise<Record<string, string>> }[] = [
  { name: 'no session', cookie: async () => ({}) },
  { name: 'a cookie that is none of ours', cookie: async () => ({ cookie: `${cookieName()}=rubbish` }) },
  {
    name: 'a session that nobody has',
    cookie: async () => ({ cookie: `${cookieName()}=${await sessionToken(strangers)}` }),
  },
  {
    name: 'an expired session',
    cookie: async () => {
      const guest = await makeGuest()
      await rowsOf('UPDATE "Session" SET "expiresAt" = $2 WHERE id = $1', [guest.sessionId, new Date(Date.now() - 1000)])
      return cookieOf(guest)
    },
  },
  {
    name: 'a session that was ended',
    cookie: async () => {
      const guest = await makeGuest()
      await rowsOf('DELETE FROM "Session" WHERE id = $1', [guest.sessionId])
      return cookieOf(guest)
    },
  },
]

for (const entry of entryPoints) {
  test.describe(entry.at, () => {
    for (const { name, cookie } of withoutSession) {
      test(name, async ({ request }) => {
        const victim = await victimOf(request)
        const before = await victim.all()
        const response = await entry.ask(new Asker(request, victim.id, { ...ours, ...(await cookie()) }))
        if (entry.who === 'learner') {
          await expectRefusal(entry, response)
          expect(sessionIn(response)).toBeNull()
        } else expect(response.status()).toBeLessThan(400)
        expect(await response.text()).not.toContain(victim.id)
        expect(await victim.all()).toBe(before)
      })
    }

    test('another learner’s session reaches that learner’s rows alone', async ({ request }) => {
      const victim = await victimOf(request)
      const before = await victim.all()
      const intruder = await makeGuest()
      const response = await entry.ask(new Asker(request, victim.id, { ...ours, ...cookieOf(intruder) }))
      expect(response.status()).toBeLessThan(500)
      expect(await response.text()).not.toContain(victim.id)
      expect(await victim.all()).toBe(before)
    })

    test('the learner’s own session is let in', async ({ request }) => {
      const victim = await victimOf(request)
      const response = await entry.ask(new Asker(request, victim.id, { ...ours, ...cookieOf(victim.guest) }))
      expect(response.status()).toBeLessThan(400)
      if (entry.sends) expectSent(response, entry.sends.guests)
      else if (entry.kind === 'page') expect(response.status()).toBe(200)
    })

    test('asked for from another site', async ({ request }) => {
      const victim = await victimOf(request)
      const before = await victim.all()
      const response = await entry.ask(new Asker(request, victim.id, { ...theirs, ...cookieOf(victim.guest) }))
      if (entry.sends) expectSent(response, entry.sends.guests)
      else if (entry.crossSite === 'answers') expect(response.status()).toBe(200)
      if (entry.crossSite === 'refuses') expect(response.status()).toBe(entry.kind === 'action' ? 500 : 403)
      // Whatever it answers, nothing was done; and no page of another site may read it.
      expect(response.headers()['access-control-allow-origin']).toBeUndefined()
      expect(response.headers()['cross-origin-resource-policy']).toBe('same-origin')
      expect(await victim.all()).toBe(before)
    })

    if (entry.crossSite === 'refuses') {
      test('asked for from another site by a stranger, whom it makes no learner', async ({ request }) => {
        const response = await entry.ask(new Asker(request, strangers, theirs))
        expect(response.status()).toBeGreaterThanOrEqual(400)
        expect(sessionIn(response)).toBeNull()
      })
    }
  })
}

test('a session that an entry point hands out would be noticed', async ({ request }) => {
  const start = entryPoints.find(({ at }) => at.endsWith(' startGuest'))
  if (!start) throw new Error('The table has the first page’s action.')
  const session = sessionIn(await start.ask(new Asker(request, strangers, ours)))
  expect(session).not.toBeNull()
  const response = await request.get(`${sharedUrl()}/api/queue`, { headers: { cookie: `${cookieName()}=${session}` } })
  expect(response.status()).toBe(200)
})

test('the token that signing out needs comes with the session’s own page alone', async ({ request }) => {
  const { csrfToken } = (await (await request.get(`${sharedUrl()}/api/auth/csrf`)).json()) as { csrfToken: string }
  expect(csrfToken).toMatch(/^[0-9a-f]{64}$/)
  const guest = await makeGuest()
  const [own] = await rowsOf('SELECT 1 FROM "Session" WHERE id = $1', [guest.sessionId])
  expect(own).toBeDefined()
  const csrf = (await request.storageState()).cookies.find(({ name }) => name.includes('csrf'))
  const cookie = `${cookieOf(guest).cookie}; ${csrf?.name}=${csrf?.value}`
  const headers = { cookie, ...ours }
  await request.post(`${sharedUrl()}/api/auth/signout`, { form: { csrfToken, json: 'true' }, headers, maxRedirects: 0 })
  expect(await rowsOf('SELECT 1 FROM "Session" WHERE id = $1', [guest.sessionId])).toEqual([])
})
