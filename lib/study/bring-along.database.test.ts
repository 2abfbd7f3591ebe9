import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { StudyCard } from '#lib/core/card.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { StudyDay } from '#lib/core/day.ts'
import type { MadeEvent, StudyEvent } from '#lib/core/event.ts'
import type { CardId, DeckId, GroupId, NoteId } from '#lib/core/ids.ts'
import { database } from '#lib/db/client.ts'
import { daysSince } from '#lib/db/rollup-rows.ts'
import { eventsAfter } from '#lib/db/moving.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { bringAlong } from './bring-along.ts'
import { recountDays } from './count-days.ts'
import { deleteDeck } from './delete-deck.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'
import { saveNote } from './save-note.ts'
import { Device, differing, newLearner, NOON, seedShippedBases } from './testing.ts'

const RUNS = Number(process.env['PROOF_RUNS'] ?? 10)
const CARDS = 4

beforeAll(() => seedShippedBases())

async function newAccount(): Promise<Learner> {
  const learner = await newLearner()
  await database().user.update({ where: { id: learner.id }, data: { guest: false } })
  return learner
}

const firstCards = async (learner: Learner): Promise<StudyCard[]> => (await gatherDay(learner, NOON)).queue.main.slice(0, CARDS)
const logOf = (learner: Learner) => eventsAfter(database(), learner.id, 0, 1_000)
/** All of an event but its number, which is the learner's own count. */
const unnumbered = (events: readonly StudyEvent[]) => events.map((event) => ({ ...event, cursor: null }))
const byId = (events: readonly { id: string }[]) => events.toSorted((a, b) => (a.id < b.id ? -1 : 1))
/** Days with something on them, as they were summed while the events came. */
const daysOf = async (learner: Learner) =>
  [...(await daysSince(learner.id, 0 as StudyDay))].filter(([, counts]) => counts.answers !== 0 || counts.seenAgain !== 0)
const users = (learner: Learner) => database().user.count({ where: { id: learner.id } })

type Step = { card: number; what: number; passedMs: number }
const step: fc.Arbitrary<Step> = fc.record({
  card: fc.nat(CARDS - 1),
  what: fc.nat(7),
  passedMs: fc.oneof(fc.nat(120_000), fc.nat(5 * DAY_MS)),
})

/** One device answers, marks, resets and undoes, each act saved as it is made. */
async function study(learner: Learner, cards: readonly StudyCard[], steps: readonly Step[]): Promise<void> {
  const device = new Device(learner)
  let now = NOON
  let last: GroupId | null = null
  for (const { card, what, passedMs } of steps) {
    now += passedMs
    const [known] = await studyCards(learner.id, [cards[card]?.id ?? ('' as CardId)])
    if (!known) throw new Error('Every learner has the cards of the shipped deck.')
    const event: MadeEvent =
      what >= 1 && what <= 4
        ? await device.answer(known, what as 1 | 2 | 3 | 4, now)
        : what === 5
          ? { ...device.made(now), kind: 'mark', cardId: known.id, suspended: passedMs % 2 === 0 }
          : what === 6 || last === null
            ? { ...device.made(now), kind: 'reset', cardId: known.id, after: known.state.head, keepCounts: passedMs % 2 === 0 }
            : device.undo(last, now)
    last = event.group
    await device.send([event], now)
  }
}

test('law: all events of both are the account’s, none changed, and fold == cache; a second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), fc.array(step, { maxLength: 12 }), async (asGuest, before) => {
      const [guest, account] = [await newLearner(), await newAccount()]
      const cards = await firstCards(account)
      await study(account, cards, before)
      await study(guest, cards, asGuest)
      const all = byId(unnumbered([...(await logOf(account)), ...(await logOf(guest))]))
      await bringAlong(guest.id, account.id)
      const log = await logOf(account)
      expect(byId(unnumbered(log))).toEqual(all)
      expect(log.map(({ cursor }) => cursor)).toEqual(log.map((_, index) => index + 1))
      expect(await differing(account.id, cards)).toEqual([])
      const days = await daysOf(account)
      await recountDays(account.id)
      expect(days).toEqual(await daysOf(account))
      expect(await users(guest)).toBe(0)
      const states = await studyCards(
        account.id,
        cards.map(({ id }) => id),
      )
      await bringAlong(guest.id, account.id)
      expect(await logOf(account)).toEqual(log)
      expect(
        await studyCards(
          account.id,
          cards.map(({ id }) => id),
        ),
      ).toEqual(states)
    }),
    { numRuns: RUNS },
  )
}, 600_000)

test('control: events taken over without folding would be noticed', async () => {
  const [guest, account] = [await newLearner(), await newAccount()]
  const cards = await firstCards(guest)
  await study(guest, cards, [{ card: 0, what: 4, passedMs: 0 }])
  await database().$executeRaw`
    INSERT INTO "Event" SELECT copied.* FROM "Event" e, jsonb_populate_record(NULL::"Event", to_jsonb(e) || jsonb_build_object('userId', ${account.id}::uuid)) copied
    WHERE e."userId" = ${guest.id}::uuid`
  expect(await differing(account.id, cards)).toEqual([cards[0]?.id])
})

/** A deck, preset, note and card that no other learner has, as making one's own deck leaves them. */
async function ownDeck(learner: Learner): Promise<StudyCard> {
  const { id: userId } = learner
  const ids = { preset: uuidv7(), version: uuidv7(), deck: uuidv7(), child: uuidv7(), note: uuidv7(), card: uuidv7() }
  const createdAt = new Date(NOON)
  const { options } = await database().presetVersion.findFirstOrThrow({ where: { userId } })
  const owned = { userId, createdAt }
  await database().preset.create({ data: { ...owned, id: ids.preset, name: 'Mine', currentVersionId: ids.version } })
  await database().presetVersion.create({ data: { ...owned, id: ids.version, presetId: ids.preset, options: options ?? {} } })
  await database().deck.create({ data: { ...owned, id: ids.deck, presetId: ids.preset, name: 'Ward' } })
  await database().deck.create({ data: { ...owned, id: ids.child, parentId: ids.deck, presetId: ids.preset, name: 'Round' } })
  await database().note.create({ data: { ...owned, id: ids.note, fields: { 'back.front': 'Q' }, updatedAt: createdAt } })
  const card = { ...owned, id: ids.card, noteId: ids.note, deckId: ids.child, key: 'back', kind: 'question', factIds: [], place: 3 }
  await database().card.create({ data: { ...card, position: 3 } })
  const [made] = await studyCards(learner.id, [ids.card as CardId])
  if (!made) throw new Error('The card was just made.')
  return made
}

test('a deck of the guest’s own comes along, with its options and its history', async () => {
  const [guest, account] = [await newLearner(), await newAccount()]
  const card = await ownDeck(guest)
  const device = new Device(guest)
  await device.send([await device.answer(card, 4, NOON), { ...device.made(NOON), kind: 'mark', cardId: card.id, flag: 2 }], NOON)
  const [before] = await studyCards(guest.id, [card.id])
  await bringAlong(guest.id, account.id)
  expect(await studyCards(account.id, [card.id])).toEqual([before])
  expect(await differing(account.id, [card])).toEqual([])
})

test('a guest’s own notes in a shipped deck bring that deck back where the account had deleted it', async () => {
  const [guest, account] = [await newLearner(), await newAccount()]
  const shipped = async (learner: Learner) =>
    (await database().deck.findFirstOrThrow({ where: { userId: learner.id, baseId: { not: null } } })).id as DeckId
  const id = uuidv7() as NoteId
  const note = { deckId: await shipped(guest), kind: 'question' as const, fields: { front: 'Mine?', back: 'A' }, tags: [], version: null }
  expect(await saveNote(guest.id, NOON, id, note)).toMatchObject({ ok: true })
  await deleteDeck(account.id, NOON, await shipped(account))
  await bringAlong(guest.id, account.id)
  expect((await gatherDay(account, NOON)).queue.main.map(({ noteId }) => noteId)).toEqual([id])
})

test('what the account has stays as it is: its notes, its decks, its options', async () => {
  const [guest, account] = [await newLearner(), await newAccount()]
  await database().note.updateMany({ where: { userId: guest.id }, data: { topic: 'the guest’s' } })
  await database().deck.updateMany({ where: { userId: guest.id }, data: { newPerDay: 99 } })
  const rows = () =>
    Promise.all([
      database().note.findMany({ where: { userId: account.id }, orderBy: { id: 'asc' } }),
      database().deck.findMany({ where: { userId: account.id } }),
    ])
  const before = await rows()
  await bringAlong(guest.id, account.id)
  expect(await rows()).toEqual(before)
})

test('an answer that comes while the others are brought is brought too', async () => {
  const [guest, account] = [await newLearner(), await newAccount()]
  const cards = await firstCards(guest)
  const device = new Device(guest)
  const sent = (async () => {
    for (const card of cards) await device.send([await device.answer(card, 3, NOON)], NOON).catch(() => undefined)
  })()
  const accepted = async () => (await database().event.count({ where: { userId: guest.id } })) > 0
  while (!(await accepted())) await new Promise((done) => setTimeout(done, 1))
  await bringAlong(guest.id, account.id)
  await sent
  // What came later was refused, for the guest was gone, and waits in its browser; what was taken is the account's.
  expect(await users(guest)).toBe(0)
  expect((await logOf(account)).length).toBeGreaterThan(0)
  expect(await differing(account.id, cards)).toEqual([])
})

test('a learner who is no guest is never deleted by it', async () => {
  const [other, account] = [await newAccount(), await newAccount()]
  await bringAlong(other.id, account.id)
  expect(await users(other)).toBe(1)
})
