// Answers a second through POST /api/events, against the same rows by plain pg in the same batches, and against a handler that
// does nothing: the same route, which refuses a request from another site in its first line.

import type { Client } from 'pg'
import { cookieName, SESSION_MS, sessionToken } from '#lib/auth/token.ts'
import type { StudyCard } from '#lib/core/card.ts'
import type { AnswerEvent } from '#lib/core/event.ts'
import { encodeMade } from '#lib/core/wire.ts'
import { findSession } from '#lib/db/sessions.ts'
import { newCards } from '#lib/db/queue-rows.ts'
import { fromEvent } from '#lib/db/event-rows.ts'
import { deckIdOf } from '#lib/core/derived-id.ts'
import { Device } from '#lib/study/testing.ts'
import { startGuest } from '#lib/study/start-guest.ts'
import { type Row, rowOf } from './measure.ts'
import { withServer } from './server.ts'

const BATCHES = [
  { size: 1, rounds: 150 },
  { size: 20, rounds: 60 },
  { size: 500, rounds: 12 },
]

type Visitor = { device: Device; cards: StudyCard[]; cookie: string }

export function benchEvents(client: Client): Promise<Row[]> {
  return withServer(async (url) => {
    const rows: Row[] = []
    for (const { size, rounds } of BATCHES) rows.push(...(await batchRows(client, url, size, rounds)))
    return rows
  })
}

async function visit(): Promise<Visitor> {
  const now = Date.now()
  const sessionId = await startGuest('UTC', now, SESSION_MS)
  const session = await findSession(sessionId, now)
  if (!session) throw new Error('A guest who was just made has a session.')
  const cards = await newCards(session.user.id, [{ id: deckIdOf('pml'), most: 100 }])
  return { device: new Device(session.user), cards, cookie: `${cookieName()}=${await sessionToken(sessionId)}` }
}

async function batchRows(client: Client, url: string, size: number, rounds: number): Promise<Row[]> {
  const [visitor, plain] = [await visit(), await visit()]
  const rates = { ours: [] as number[], pg: [] as number[], empty: [] as number[] }
  for (let round = -3; round < rounds; round++) {
    const mine = await answersOf(visitor, size)
    const theirs = await answersOf(plain, size)
    const took = {
      ours: await timed(() => post(url, visitor, mine)),
      pg: await timed(() => writePlain(client, plain, theirs)),
      empty: await timed(() => post(url, visitor, mine, 'cross-site')),
    }
    if (round < 0) continue
    for (const side of ['ours', 'pg', 'empty'] as const) rates[side].push((size * 1000) / took[side])
  }
  const unit = 'answers/s'
  const rows = [
    rowOf({ name: `events-batch-${size}`, unit, anchorName: `plain pg, batches of ${size}, the same rows` }, rates.ours, rates.pg),
  ]
  return [
    ...rows,
    rowOf({ name: `events-batch-${size}-floor`, unit, anchorName: 'the same route, refusing at once' }, rates.ours, rates.empty),
  ]
}

const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Each card in turn, on the state that the last answer left: what a fast learner sends. */
async function answersOf({ device, cards }: Visitor, size: number): Promise<AnswerEvent[]> {
  const answers: AnswerEvent[] = []
  for (let index = 0; index < size; index++) {
    const at = index % cards.length
    const card = cards[at]
    if (!card) throw new Error('The deck has cards.')
    const answer = await device.answer(card, 3, Date.now())
    answers.push(answer)
    cards[at] = { ...card, state: { ...card.state, head: answer.id } }
  }
  return answers
}

async function post(url: string, { device, cookie }: Visitor, events: AnswerEvent[], site = 'same-origin'): Promise<void> {
  const body = {
    formatVersion: 1,
    learner: device.learner.id,
    device: device.id,
    sentAt: new Date().toISOString(),
    events: events.map(encodeMade),
  }
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': site, cookie }
  const response = await fetch(`${url}/api/events`, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as { results?: { status: string }[] }
  const refused = answer.results?.find(({ status }) => status !== 'saved')
  if (site === 'same-origin' && (!response.ok || refused))
    throw new Error(`The server answered ${response.status}: ${JSON.stringify(refused ?? answer)}`)
}

let plainCursor = 0

/** The same rows by the driver: the batch of events in one prepared statement, the cards they touch in another, one transaction. */
async function writePlain(client: Client, { device }: Visitor, events: AnswerEvent[]): Promise<void> {
  const { learner } = device
  const rows = events.map((event) => {
    const stamp = { at: event.claimedAt, studyDay: 20_781 as never, cursor: ++plainCursor }
    return fromEvent(learner.id, { ...event, ...stamp })
  })
  const touched = [...new Map(events.map((event) => [event.cardId, { id: event.cardId, head: event.id }])).values()]
  await client.query('BEGIN')
  await client.query({
    name: 'events',
    text: `INSERT INTO "Event" SELECT * FROM jsonb_populate_recordset(NULL::"Event", $1::jsonb)`,
    values: [JSON.stringify(rows)],
  })
  await client.query({
    name: 'cards',
    text: `UPDATE "Card" c SET phase = 'review', step = NULL, position = NULL, "dueAt" = NULL, "dueDay" = '2026-12-01', stability = 3, difficulty = 5,
             reps = c.reps + 1, head = r.head FROM jsonb_populate_recordset(NULL::"Card", $2::jsonb) r WHERE c."userId" = $1 AND c.id = r.id`,
    values: [learner.id, JSON.stringify(touched)],
  })
  await client.query('COMMIT')
}
