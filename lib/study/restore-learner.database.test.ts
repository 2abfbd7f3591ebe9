// What a learner downloads makes the same learner elsewhere: the same rows and events, and each card as its events fold.

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { CardId, PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import { foldCard } from '#lib/core/fold.ts'
import { DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import { database } from '#lib/db/client.ts'
import { EXPORTED_TABLES } from '#lib/db/export-rows.ts'
import { historyOf } from '#lib/db/ingest.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { readExport } from '#lib/http/export-document.ts'
import { changeSettings } from './change-settings.ts'
import { exportLearner } from './export-learner.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'
import { type RestoreInto, restoreLearner } from './restore-learner.ts'
import { Device, downloadOf, newLearner, NOON, seedShippedBases } from './testing.ts'

beforeAll(() => seedShippedBases())

function documentOf(text: string) {
  const read = readExport(text)
  if (!read.ok) throw new Error(read.sentence)
  return read.document
}

const newAddress = () => `${crypto.randomUUID()}@example.org`

async function restored(text: string, into: RestoreInto = { email: newAddress() }): Promise<UserId> {
  const result = await restoreLearner(documentOf(text), NOON, into)
  if (!result.ok) throw new Error(`${result.refusal} ${result.detail}`)
  return result.userId
}

/** Answers, an undo, marks and a reset, over two devices and some days. */
async function studied(ratings: readonly (1 | 2 | 3 | 4)[] = [3, 1, 4, 2, 3, 3]): Promise<Learner> {
  const learner = await newLearner()
  const devices = [new Device(learner), new Device(learner)] as const
  const first = (await gatherDay(learner, NOON)).queue.main.slice(0, 3).map(({ id }) => id)
  for (const [index, rating] of ratings.entries()) {
    const at = NOON + index * DAY_MS
    const device = devices[index % 2 === 0 ? 0 : 1]
    const [card] = await studyCards(learner.id, [first[index % 3] as CardId])
    if (!card) throw new Error('The deck has cards.')
    const answer = await device.answer(card, rating, at)
    await device.send([answer], at)
    if (rating === 4) await device.send([device.undo(answer.group, at + 1000)], at + 1000)
    if (rating === 2) await device.send([{ ...device.made(at + 2000), kind: 'mark', cardId: card.id, suspended: true }], at + 2000)
  }
  return learner
}

/** All rows of a learner, without the learner, as text. Where a cache was last written is no part of what it says. */
async function rowsOf(userId: UserId): Promise<unknown> {
  const tables = [...Object.values(EXPORTED_TABLES), 'Event', 'Cursor']
  const read = tables.map((table) =>
    database().$queryRawUnsafe<{ row: string }[]>(
      `SELECT (to_jsonb(t) - 'userId' - 'updatedAt' ${table === 'Card' ? `- 'cursor' - 'parametersId' - 'foldVersion'` : ''})::text AS row
       FROM "${table}" t WHERE "userId" = $1::uuid ORDER BY 1`,
      userId,
    ),
  )
  return Promise.all(read)
}

async function unfolded(userId: UserId): Promise<CardId[]> {
  const ids = (await database().card.findMany({ where: { userId }, select: { id: true } })).map(({ id }) => id as CardId)
  const [history, cards] = [await historyOf(database(), userId, ids), await studyCards(userId, ids)]
  const versions = await presetVersions(
    database(),
    userId,
    cards.map((card) => card.presetVersion),
  )
  const options = new Map([...versions].map(([id, row]) => [id, row.options]))
  return cards.flatMap((card) => {
    const own = history.filter((event) => event.kind === 'void' || event.cardId === card.id)
    const parameters = options.get(card.presetVersion)?.parameters ?? []
    const state = foldCard(own, { place: card.place, presetVersions: options, parameters })
    try {
      expect(card.state).toEqual(state)
      return []
    } catch {
      return [card.id]
    }
  })
}

test('an export makes the same learner again, and fold == cache', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), { maxLength: 12 }), async (ratings) => {
      const learner = await studied(ratings)
      const copy = await restored(await downloadOf(learner.id))
      expect(copy).not.toBe(learner.id)
      expect(await rowsOf(copy)).toEqual(await rowsOf(learner.id))
      expect(await unfolded(copy)).toEqual([])
    }),
    { numRuns: 6 },
  )
}, 120_000)

test('settings come along, and decks of one’s own', async () => {
  const learner = await studied()
  const preferences = { ...DEFAULT_PREFERENCES, theme: 'dark' as const }
  const daysOff = { settledTo: '2026-11-25', rests: [{ from: '2026-12-24', to: null, weekday: 4 as const }] }
  const settings = { name: 'Anna Meyer', zone: 'Asia/Tokyo', rolloverHour: 2, daysOff, preferences }
  expect(await changeSettings(learner.id, { version: 0, settings }, NOON + DAY_MS)).toMatchObject({ kind: 'saved' })
  const preset = '0199f000-0000-7000-8000-000000000001' as PresetId
  const version = '0199f000-0000-7000-8000-000000000002' as PresetVersionId
  const [parent, child] = ['ffffffff-0000-7000-8000-000000000003', '0199f000-0000-7000-8000-000000000004']
  const { presetVersion } = database()
  const { options } = await presetVersion.findFirstOrThrow({ where: { userId: learner.id } })
  const own = { userId: learner.id, createdAt: new Date(NOON) }
  await database().preset.create({ data: { ...own, id: preset, name: 'Mine', currentVersionId: version } })
  await presetVersion.create({ data: { ...own, id: version, presetId: preset, options: options ?? {} } })
  await database().deck.create({ data: { ...own, id: parent ?? '', presetId: preset, name: 'Above' } })
  await database().deck.create({ data: { ...own, id: child ?? '', presetId: preset, parentId: parent ?? '', name: 'Below' } })

  const copy = await restored(await downloadOf(learner.id))
  expect(await rowsOf(copy)).toEqual(await rowsOf(learner.id))
  const user = await database().user.findUniqueOrThrow({ where: { id: copy } })
  expect(user).toMatchObject({ guest: false, ...settings })
})

test('a file’s word on a schedule is not taken: cards are folded from their events', async () => {
  const learner = await studied()
  const text = await downloadOf(learner.id)
  const forged = JSON.parse(text) as { cards: Record<string, unknown>[] }
  for (const card of forged.cards) Object.assign(card, { reps: 99, stability: 9999, difficulty: 1, flag: 7, suspended: true })
  const copy = await restored(JSON.stringify(forged))
  expect(await rowsOf(copy)).toEqual(await rowsOf(learner.id))
})

test('answers that come during the export leave a file that fits together', async () => {
  const learner = await studied()
  const device = new Device(learner)
  const [card] = (await gatherDay(learner, NOON)).queue.main
  if (!card) throw new Error('The deck has cards.')
  let text = ''
  for await (const piece of exportLearner(learner.id, NOON)) {
    text += piece
    const at = NOON + text.length
    const [now] = await studyCards(learner.id, [card.id])
    if (now) await device.send([await device.answer(now, 3, at)], at)
  }
  expect(await unfolded(await restored(text))).toEqual([])
})

test('into an account that is empty, and into no other', async () => {
  const text = await downloadOf((await studied()).id)
  const empty = await newLearner()
  expect(await restored(text, { learner: empty.id })).toBe(empty.id)
  expect(await database().event.count({ where: { userId: empty.id } })).toBeGreaterThan(0)
  const before = await rowsOf(empty.id)
  expect(await restoreLearner(documentOf(text), NOON, { learner: empty.id })).toMatchObject({ ok: false, refusal: 'not-empty' })
  expect(await rowsOf(empty.id)).toEqual(before)
})

test('an address that was taken meanwhile gets nothing, and nobody is made', async () => {
  const text = await downloadOf((await studied()).id)
  const email = newAddress()
  await restored(text, { email })
  const before = await database().user.count()
  expect(await restoreLearner(documentOf(text), NOON, { email })).toMatchObject({ ok: false, refusal: 'taken' })
  expect(await database().user.count()).toBe(before)
})

type Rows = Record<string, unknown>[]

test.each<{ what: string; change: (file: { cards: Rows; notes: Rows; decks: Rows }) => void; refusal: string }>([
  { what: 'a card without its note', change: (file) => void file.notes.pop(), refusal: 'inconsistent' },
  { what: 'a card twice', change: (file) => file.cards.push(file.cards[0] ?? {}), refusal: 'inconsistent' },
  { what: 'a number that is none', change: (file) => Object.assign(file.cards[0] ?? {}, { place: 'first' }), refusal: 'inconsistent' },
  { what: 'a column of later', change: (file) => Object.assign(file.decks[0] ?? {}, { colour: 'red' }), refusal: 'newer' },
])('$what: refused whole', async ({ change, refusal }) => {
  const file = JSON.parse(await downloadOf((await studied()).id)) as { cards: Rows; notes: Rows; decks: Rows }
  change(file)
  const before = await database().user.count()
  expect(await restoreLearner(documentOf(JSON.stringify(file)), NOON, { email: newAddress() })).toMatchObject({ ok: false, refusal })
  expect(await database().user.count()).toBe(before)
})

/** Tables of a learner that no export holds, each with its reason. */
const LEFT_OUT: Record<string, string> = {
  Event: 'it is written as events, not as rows',
  Cursor: 'it only counts the events',
  Session: 'a way in, not what was made',
  Account: 'a way in, not what was made',
  RecoveryCode: 'a way in, not what was made',
  VerificationToken: 'a way in, not what was made',
  NoteText: 'it is read again from the notes',
  DayRollup: 'it is counted again from the events',
  Change: 'what was replaced, kept for thirty days: not what stands',
}

test('every table of a learner is in the export, or has its reason', async () => {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'userId'`
  const exported: string[] = Object.values(EXPORTED_TABLES)
  expect(tables.map(({ name }) => name).filter((name) => !exported.includes(name) && !(name in LEFT_OUT))).toEqual([])
})
