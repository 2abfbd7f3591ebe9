// Two learners who try each other's ids: what is the other's own does not exist for them, and derived ids reach only their own row.

import type { APIRequestContext } from '@playwright/test'
import { v7 as uuidv7 } from 'uuid'
import type { MadeEvent } from '#lib/core/event.ts'
import type { CardId, EventId, GroupId, PresetVersionId } from '#lib/core/ids.ts'
import { encodeMade, type QueueAnswer } from '#lib/core/wire.ts'
import { Sender } from './answers.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeGuest, rowsOf, sharedUrl } from './learners.ts'

/** Two learners; the first has studied, and owns a card, note, deck and preset version that no other learner has. */
async function twoLearners(request: APIRequestContext) {
  const [victim, intruder] = [new Sender(request, await makeGuest()), new Sender(request, await makeGuest())]
  const [card] = await victim.cards()
  if (!card) throw new Error('A new learner has cards.')
  const event = await victim.answer(card)
  expect((await victim.send(event)).results).toMatchObject([{ status: 'saved' }])
  const own = await ownRows(victim.guest.learner.id)
  return { victim, intruder, card, event, own, before: await everythingOf(victim.guest.learner.id) }
}

/** Copies of shipped rows under ids of the learner's own, as editing and import make them. */
async function ownRows(userId: string) {
  const ids = { Preset: uuidv7(), PresetVersion: uuidv7(), Deck: uuidv7(), Note: uuidv7(), Card: uuidv7() }
  const copy = (table: keyof typeof ids, change: Record<string, string>) =>
    rowsOf(
      `INSERT INTO "${table}" SELECT copied.* FROM (SELECT * FROM "${table}" WHERE "userId" = $1 LIMIT 1) shipped,
         jsonb_populate_record(NULL::"${table}", to_jsonb(shipped) || $2::jsonb) copied`,
      [userId, JSON.stringify({ id: ids[table], ...change })],
    )
  await copy('Preset', { currentVersionId: ids.PresetVersion })
  await copy('PresetVersion', { presetId: ids.Preset })
  await copy('Deck', { presetId: ids.Preset })
  await copy('Note', {})
  await copy('Card', { noteId: ids.Note, deckId: ids.Deck })
  return { card: ids.Card as CardId, presetVersion: ids.PresetVersion as PresetVersionId }
}

test('another’s own card does not exist, whatever is done to it', async ({ request }) => {
  const { victim, intruder, card, own, before } = await twoLearners(request)
  const { device } = intruder
  const made = () => ({ ...device.made(Date.now()), cardId: own.card })
  const next = { phase: 'review', step: null, days: 3 } as const
  const acts: MadeEvent[] = [
    { ...(await intruder.answer({ ...card, state: { ...card.state, head: null } })), ...made(), kind: 'answer' } as MadeEvent,
    { ...made(), kind: 'place', after: null, next, why: 'chosen', presetVersion: card.presetVersion },
    { ...made(), kind: 'reset', after: null, keepCounts: false },
    { ...made(), kind: 'restore', after: null, next, memory: { stability: 1, difficulty: 5 }, reps: 1, lapses: 0 },
    { ...made(), kind: 'mark', suspended: true },
  ]
  const { results, cards } = await intruder.send(...acts)
  expect(results.map(({ status }) => status)).toEqual(acts.map(() => 'unknown-card'))
  expect(cards).toEqual([])
  expect(await everythingOf(victim.guest.learner.id)).toBe(before)
  // The control: for its owner it is there.
  expect((await victim.send({ ...victim.device.made(Date.now()), kind: 'mark', cardId: own.card, suspended: true })).results).toMatchObject(
    [{ status: 'saved' }],
  )
})

test('another’s act cannot be undone, nor another’s preset version used', async ({ request }) => {
  const { victim, intruder, event, own, before } = await twoLearners(request)
  const [card] = await intruder.cards()
  if (!card) throw new Error('A new learner has cards.')
  const undo = intruder.device.undo(event.group, Date.now())
  const answer = await intruder.answer(card)
  const foreign = { ...answer, presetVersion: own.presetVersion } as MadeEvent
  const { results } = await intruder.send(undo, foreign)
  expect(results.map(({ status }) => status)).toEqual(['unknown-target', 'unknown-preset'])
  expect(await everythingOf(victim.guest.learner.id)).toBe(before)
})

test('derived ids, equal for all, reach the sender’s own rows alone', async ({ request }) => {
  const { victim, intruder, card, event, before } = await twoLearners(request)
  const own = (await intruder.cards()).find(({ id }) => id === card.id)
  if (!own) throw new Error('Both learners meet the same cards.')
  // With the other's event id as its own, as its group and as what it stands on.
  const copy = { ...(await intruder.answer(own, 1)), id: event.id, group: event.group, after: event.id } as MadeEvent
  const { results, cards } = await intruder.send(copy, intruder.device.undo(event.group, Date.now()))
  expect(results).toMatchObject([{ status: 'saved' }, { status: 'saved' }])
  expect(cards).toMatchObject([{ id: card.id, state: { phase: 'new', reps: 0, head: null } }])
  expect(await everythingOf(victim.guest.learner.id)).toBe(before)
})

test('the other’s name on a batch, or the other’s cookie, saves nothing', async ({ request }) => {
  const { victim, intruder, before } = await twoLearners(request)
  const [card] = await intruder.cards()
  if (!card) throw new Error('A new learner has cards.')
  const batch = intruder.batch([encodeMade(await intruder.answer(card))])
  const claimed = await intruder.post({ ...batch, learner: victim.guest.learner.id })
  expect(claimed.status()).toBe(401)
  const carried = await victim.post(batch)
  expect(carried.status()).toBe(401)
  expect(await carried.json()).toMatchObject({ error: { code: 'session-ended' } })
  expect(await everythingOf(victim.guest.learner.id)).toBe(before)
  expect(await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1', [intruder.guest.learner.id])).toEqual([])
})

test('a queue and a refill hold the sender’s rows alone, whatever ids are named', async ({ request }) => {
  const { victim, intruder, own, event } = await twoLearners(request)
  const { name, value } = intruder.guest.cookie
  const words = `since=${new Date(0).toISOString()}&learner=${victim.guest.learner.id}&card=${own.card}`
  const queue = await request.get(`${sharedUrl()}/api/queue?${words}`, { headers: { cookie: `${name}=${value}` } })
  const text = await queue.text()
  expect((JSON.parse(text) as QueueAnswer).learner).toBe(intruder.guest.learner.id)
  for (const id of [victim.guest.learner.id, own.card, own.presetVersion, event.id]) expect(text).not.toContain(id)
  const refill = await intruder.post({ ...intruder.batch([]), holding: [own.card, event.id satisfies EventId | GroupId] })
  expect(refill.status()).toBe(200)
  expect(await refill.text()).not.toContain(own.card)
})

for (const path of ['/today', '/review', '/review?more=new', '/review?more=forgotten']) {
  test(`${path} of one learner names nothing of another’s`, async ({ request }) => {
    const { victim, intruder, own, event } = await twoLearners(request)
    const { name, value } = intruder.guest.cookie
    const html = await (await request.get(`${sharedUrl()}${path}`, { headers: { cookie: `${name}=${value}` } })).text()
    expect(html).toContain(intruder.guest.learner.id)
    for (const id of [victim.guest.learner.id, own.card, own.presetVersion, event.id]) expect(html).not.toContain(id)
  })
}

test('an id in the path of a page that does not exist is not found', async ({ request }) => {
  const { intruder, own } = await twoLearners(request)
  const { name, value } = intruder.guest.cookie
  for (const path of [`/review/${own.card}`, `/today/${own.card}`, `/api/queue/${own.card}`, `/api/events/${own.card}`]) {
    const response = await request.get(`${sharedUrl()}${path}`, { headers: { cookie: `${name}=${value}` } })
    expect(response.status(), path).toBe(404)
  }
})
