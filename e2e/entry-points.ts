/** Who may do what: every page, handler and action of the app, and how each is asked. A test finds them in app/ and holds them to this. */
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { cardIdOf, deckIdOf, noteIdOf } from '#lib/core/derived-id.ts'
import { NO_DAYS_OFF } from '#lib/core/days-off.ts'
import { DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import type { QueueAnswer } from '#lib/core/wire.ts'
import { sharedUrl } from './learners.ts'

export type EntryPoint = {
  /** The file in app/, with the method of a handler or the name of an action. */
  at: string
  kind: 'page' | 'handler' | 'action'
  /** Anyone; or a learner alone, who reaches their own rows and no others. */
  who: 'anyone' | 'learner'
  /** Asked for from another site: it answers as ever, it refuses, or it needs a word that no other site knows. */
  crossSite: 'answers' | 'refuses' | 'needs a token'
  /** Where a page sends strangers (else to the first page), and guests (else it shows itself). */
  sends?: { strangers: string; guests: string }
  ask: (asker: Asker) => Promise<APIResponse>
}

/** One request after another, as one cookie and one page would send them. `victim` is the learner whose rows are named. */
export class Asker {
  constructor(
    readonly request: APIRequestContext,
    readonly victim: string,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  get = (path: string): Promise<APIResponse> => this.#send('GET', path, {})

  send = (method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<APIResponse> =>
    this.#send(method, path, { data: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

  /** An action that takes a form, as React sends it; an argument before the form goes in `first`. */
  submit = (path: string, action: string, form: Record<string, string>, first: unknown[] = []): Promise<APIResponse> => {
    // In this order: the arguments name the form, whose fields must be there by then.
    const multipart = new FormData()
    for (const [name, value] of Object.entries(form)) multipart.append(`_1_${name}`, value)
    multipart.append('0', JSON.stringify([...first, '$K1']))
    return this.request.fetch(`${sharedUrl()}${path}`, {
      method: 'POST',
      multipart,
      headers: { 'next-action': actionId(action), accept: 'text/x-component', ...this.headers },
      maxRedirects: 0,
    })
  }

  act = (path: string, action: string, ...args: unknown[]): Promise<APIResponse> =>
    this.#send('POST', path, {
      data: JSON.stringify(args),
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'next-action': actionId(action), accept: 'text/x-component' },
    })

  upload = (path: string, bytes: Buffer): Promise<APIResponse> =>
    this.request.fetch(`${sharedUrl()}${path}`, { method: 'POST', data: bytes, headers: { ...this.headers }, maxRedirects: 0 })

  #send(method: string, path: string, { data, headers = {} }: { data?: string; headers?: Record<string, string> }): Promise<APIResponse> {
    const body = data === undefined ? {} : { data }
    return this.request.fetch(`${sharedUrl()}${path}`, { method, ...body, headers: { ...headers, ...this.headers }, maxRedirects: 0 })
  }
}

type Manifest = { node: Record<string, { filename: string; exportedName: string }> }

/** The id that the build gave to an action, by its file and name. */
function actionId(at: string): string {
  const { node } = JSON.parse(readFileSync('.next-test/server/server-reference-manifest.json', 'utf8')) as Manifest
  const found = Object.entries(node).find(([, { filename, exportedName }]) => `${filename} ${exportedName}` === at)
  if (!found) throw new Error(`The build has no action ${at}.`)
  return found[0]
}

const page = (at: string, path: string, who: EntryPoint['who']): EntryPoint => ({
  at: `app/${at}/page.tsx`,
  kind: 'page',
  who,
  crossSite: 'answers',
  ask: ({ get }) => get(path),
})

const action = (
  at: string,
  { who, ask }: Pick<EntryPoint, 'who'> & { ask: (asker: Asker, action: string) => Promise<APIResponse> },
): EntryPoint => ({ at: `app/${at}`, kind: 'action', who, crossSite: 'refuses', ask: (asker) => ask(asker, `app/${at}`) })

/** Of an account's own page: each takes a form, and a stranger's form is refused before it is read. */
const ofAccount = (name: string): EntryPoint =>
  action(`(study)/account/actions.ts ${name}`, {
    who: 'learner',
    ask: ({ submit, victim }, at) => submit('/account', at, { session: victim, userId: victim, password: 'a guess of a password' }),
  })

const nobody = '00000000-0000-7000-8000-000000000000'

const handler = (
  at: string,
  { who, crossSite, ask }: Pick<EntryPoint, 'who' | 'ask'> & { crossSite?: EntryPoint['crossSite'] },
): EntryPoint => ({ at: `app/api/${at}`, kind: 'handler', who, crossSite: crossSite ?? 'answers', ask })

/** A card of the shipped deck: its id is the same for every learner. */
const firstCard = cardIdOf(noteIdOf('pml', ['35'], 'term'), 'term:pml')
const device = '0199f000-0000-7000-8000-000000000001'
const settings = {
  version: 0,
  zone: 'Asia/Tokyo',
  rolloverHour: 5,
  name: 'Mallory',
  daysOff: NO_DAYS_OFF,
  preferences: DEFAULT_PREFERENCES,
}

/** An image that each victim has: a sign of a GIF is all that is looked at. */
export const IMAGE = { bytes: Buffer.from('GIF89a'), hash: createHash('sha256').update('GIF89a').digest('hex') }

const pml = deckIdOf('pml')
const note = { kind: 'question', fields: { front: 'Which virus is it?', back: 'JC virus' }, tags: [], deckId: pml }

/** A note of the asker's, as far as they may know of one. */
async function noteOf({ get }: Asker): Promise<string> {
  const queue = (await (await get('/api/queue')).json()) as Partial<QueueAnswer>
  return queue.cards?.[0]?.noteId ?? device
}

/** A tag on a card of the asker's, as far as they may put one there. */
async function tagged({ send }: Asker): Promise<string> {
  await send('POST', '/api/find/acts', { chosen: { ids: [firstCard] }, act: { kind: 'tag', add: ['exam'] } })
  return 'exam'
}

/** Something that the asker did and can undo, as far as they may do anything. */
async function changeOf({ send }: Asker): Promise<string> {
  const done = (await (await send('DELETE', `/api/decks/${pml}`, {})).json()) as { change?: string }
  return done.change ?? device
}

export const entryPoints: EntryPoint[] = [
  page('(public)', '/', 'anyone'),
  page('(study)/today', '/today', 'learner'),
  page('(study)/review', '/review', 'learner'),
  page('(study)/settings', '/settings', 'learner'),
  page('(study)/progress', '/progress', 'learner'),
  page('(study)/decks/[id]', `/decks/${deckIdOf('pml')}`, 'learner'),
  page('(study)/cards/[id]', `/cards/${firstCard}`, 'learner'),
  { ...page('(study)/account', '/account', 'learner'), sends: { strangers: '/sign-in', guests: '/claim' } },
  page('(public)/claim', '/claim', 'learner'),
  page('(public)/sign-in', '/sign-in', 'anyone'),
  page('(public)/recover', '/recover', 'anyone'),
  page('(public)/reset', '/reset', 'anyone'),
  page('(study)/decks', '/decks', 'learner'),
  page('(study)/find', '/find?q=virus', 'learner'),
  page('(study)/decks/[id]/new', `/decks/${pml}/new`, 'learner'),
  page('(study)/decks/[id]/paste', `/decks/${pml}/paste`, 'learner'),
  { ...page('(study)/notes/[id]', '', 'learner'), ask: async (asker) => asker.get(`/notes/${await noteOf(asker)}`) },

  handler('health/route.ts GET', { who: 'anyone', ask: ({ get }) => get('/api/health') }),
  handler('queue/route.ts GET', { who: 'learner', ask: ({ get, victim }) => get(`/api/queue?learner=${victim}`) }),
  handler('export/route.ts GET', { who: 'learner', ask: ({ get, victim }) => get(`/api/export?learner=${victim}`) }),
  handler('events/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send, victim }) =>
      send('POST', '/api/events', { formatVersion: 1, learner: victim, device, sentAt: new Date().toISOString(), events: [] }),
  }),
  handler('settings/route.ts PUT', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send, victim }) => send('PUT', '/api/settings', { ...settings, learner: victim, userId: victim }),
  }),
  handler('learner/route.ts DELETE', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send, victim }) => send('DELETE', '/api/learner', { learner: victim, userId: victim }),
  }),
  handler('decks/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('POST', '/api/decks', { id: uuidv7(), name: 'Ward round', parentId: null }),
  }),
  handler('decks/[id]/route.ts PUT', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('PUT', `/api/decks/${pml}`, { name: 'Mine', parentId: null, version: 1 }),
  }),
  handler('decks/[id]/route.ts DELETE', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('DELETE', `/api/decks/${pml}`, {}),
  }),
  handler('notes/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('POST', '/api/notes', { ...note, id: uuidv7() }),
  }),
  handler('notes/[id]/route.ts GET', { who: 'learner', ask: async (asker) => asker.get(`/api/notes/${await noteOf(asker)}`) }),
  handler('notes/[id]/route.ts PUT', {
    who: 'learner',
    crossSite: 'refuses',
    ask: async (asker) => asker.send('PUT', `/api/notes/${await noteOf(asker)}`, { ...note, kind: null, version: 1 }),
  }),
  handler('notes/[id]/route.ts DELETE', {
    who: 'learner',
    crossSite: 'refuses',
    ask: async (asker) => asker.send('DELETE', `/api/notes/${await noteOf(asker)}`, {}),
  }),
  handler('notes/preview/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('POST', '/api/notes/preview', note),
  }),
  handler('notes/batch/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('POST', '/api/notes/batch', { id: uuidv7(), deckId: pml, notes: [{ ...note, id: uuidv7() }] }),
  }),
  handler('notes/batch/preview/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('POST', '/api/notes/batch/preview', { notes: [note] }),
  }),
  handler('notes/batch/asked/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('POST', '/api/notes/batch/asked', { deckId: pml, questions: ['Which virus is it?'] }),
  }),
  handler('changes/[id]/undo/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: async (asker) => asker.send('POST', `/api/changes/${await changeOf(asker)}/undo`, {}),
  }),
  handler('find/route.ts GET', { who: 'learner', ask: ({ get, victim }) => get(`/api/find?q=virus&learner=${victim}`) }),
  handler('find/acts/route.ts POST', {
    who: 'learner',
    crossSite: 'refuses',
    ask: ({ send }) => send('POST', '/api/find/acts', { chosen: { ids: [firstCard] }, act: { kind: 'suspend', suspended: true } }),
  }),
  handler('tags/route.ts PUT', {
    who: 'learner',
    crossSite: 'refuses',
    ask: async (asker) => asker.send('PUT', '/api/tags', { from: await tagged(asker), to: 'ward' }),
  }),
  handler('tags/route.ts DELETE', {
    who: 'learner',
    crossSite: 'refuses',
    ask: async (asker) => asker.send('DELETE', '/api/tags', { tag: await tagged(asker) }),
  }),
  handler('media/route.ts POST', { who: 'learner', crossSite: 'refuses', ask: ({ upload }) => upload('/api/media', IMAGE.bytes) }),
  handler('media/[hash]/route.ts GET', { who: 'learner', ask: ({ get }) => get(`/api/media/${IMAGE.hash}`) }),
  handler('auth/[...nextauth]/route.ts GET', { who: 'anyone', ask: ({ get }) => get('/api/auth/session') }),
  handler('auth/[...nextauth]/route.ts POST', {
    who: 'anyone',
    crossSite: 'needs a token',
    ask: ({ send }) => send('POST', '/api/auth/signout', { json: 'true' }),
  }),

  action('(public)/actions.ts startGuest', { who: 'anyone', ask: ({ act }, at) => act('/', at, 'Europe/Lisbon') }),
  action('(public)/claim/actions.ts claim', { who: 'learner', ask: ({ submit, victim }, at) => submit('/claim', at, { userId: victim }) }),
  action('(public)/sign-in/actions.ts signIn', { who: 'anyone', ask: ({ submit }, at) => submit('/sign-in', at, {}) }),
  action('(public)/sign-in/actions.ts recover', { who: 'anyone', ask: ({ submit }, at) => submit('/recover', at, {}) }),
  action('(public)/sign-in/actions.ts prepareToEnter', { who: 'anyone', ask: ({ submit }, at) => submit('/sign-in', at, {}) }),
  action('(public)/reset/actions.ts reset', { who: 'anyone', ask: ({ submit }, at) => submit('/reset', at, {}) }),
  ...['changeEmail', 'changePassword', 'renewCodes', 'prepareToLink', 'unlink', 'endSession'].map(ofAccount),
  action('(study)/account/actions.ts signOut', { who: 'anyone', ask: ({ act }, at) => act('/account', at) }),
  action('(study)/account/actions.ts signOutEverywhere', { who: 'anyone', ask: ({ act }, at) => act('/account', at) }),
  action('(study)/decks/[id]/actions.ts saveOptions', {
    who: 'learner',
    ask: ({ submit }, at) => {
      const options = { newPerDay: '7', reviewsPerDay: '100', desiredRetention: '90' }
      return submit(`/decks/${deckIdOf('pml')}`, at, options, [deckIdOf('pml'), { presetVersion: nobody }])
    },
  }),
]
