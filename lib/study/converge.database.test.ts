// The first law, through HTTP's back door and a real Postgres: after any mix of devices, orders, repeats and undos, the cached
// row of every card is what the fold of its events says.

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { MadeEvent } from '#lib/core/event.ts'
import type { GroupId } from '#lib/core/ids.ts'
import type { StudyCard } from '#lib/core/card.ts'
import { database } from '#lib/db/client.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'
import { Device, differing, newLearner, NOON, seedShippedBases } from './testing.ts'

const RUNS = Number(process.env['PROOF_RUNS'] ?? 12)
const CARDS = 4

beforeAll(() => seedShippedBases())

type Step = { device: number; card: number; what: number; passedMs: number; skewMs: number; send: boolean; again: boolean }

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(2),
  card: fc.nat(CARDS - 1),
  what: fc.nat(8),
  passedMs: fc.oneof(fc.nat(120_000), fc.nat(9 * DAY_MS)),
  skewMs: fc.oneof(fc.constant(0), fc.integer({ min: -3_600_000_000, max: 3_600_000_000 })),
  send: fc.boolean(),
  again: fc.boolean(),
})

/** Plays steps on three devices, each of which knows only what the server last told it, and sends when the step says so. */
async function play(learner: Learner, first: readonly StudyCard[], steps: readonly Step[]): Promise<void> {
  const devices = [0, 1, 2].map(() => ({
    device: new Device(learner),
    known: [...first],
    waiting: [] as MadeEvent[],
    sent: [] as MadeEvent[],
    groups: [] as GroupId[],
  }))
  let now = NOON
  const flush = async (at: (typeof devices)[number], skewMs: number, again: boolean) => {
    const events = again ? [...at.sent.slice(-3), ...at.waiting] : at.waiting
    const { results } = await at.device.send(events, now + skewMs, now)
    expect(results.every(({ status }) => status === 'saved')).toBe(true)
    at.sent.push(...at.waiting)
    at.waiting = []
    at.known = await studyCards(
      learner.id,
      first.map((card) => card.id),
    )
  }
  for (const { device, card, what, passedMs, skewMs, send, again } of steps) {
    now += passedMs
    const at = devices[device] ?? devices[0]
    const known = at?.known.find(({ id }) => id === first[card]?.id)
    if (!at || !known) throw new Error('There are three devices and four cards.')
    const clock = now + skewMs
    const undone = at.groups.at(-1)
    if (what >= 1 && what <= 4) at.waiting.push(await at.device.answer(known, what as 1 | 2 | 3 | 4, clock))
    else if (what === 5) at.waiting.push({ ...at.device.made(clock), kind: 'mark', cardId: known.id, buried: passedMs % 2 === 0 })
    else if (what === 6) at.waiting.push({ ...at.device.made(clock), kind: 'mark', cardId: known.id, suspended: passedMs % 2 === 0 })
    else if (what === 7)
      at.waiting.push({ ...at.device.made(clock), kind: 'reset', cardId: known.id, after: known.state.head, keepCounts: again })
    else if (undone) at.waiting.push(at.device.undo(undone, clock))
    const made = at.waiting.at(-1)
    if (made) at.groups.push(made.group)
    if (send) await flush(at, skewMs, again)
  }
  for (const at of devices) await flush(at, 0, true)
}

test('fold == cache', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const learner = await newLearner()
      const cards = (await gatherDay(learner, NOON)).queue.main.slice(0, CARDS)
      await play(learner, cards, steps)
      expect(await differing(learner.id, cards)).toEqual([])
    }),
    { numRuns: RUNS },
  )
}, 600_000)

test('a cache that the last writer alone had written would be noticed', async () => {
  const learner = await newLearner()
  const [card] = (await gatherDay(learner, NOON)).queue.main
  if (!card) throw new Error('The deck has cards.')
  const [here, there] = [new Device(learner), new Device(learner)]
  await here.send([await here.answer(card, 4, NOON)], NOON)
  const [lone] = await studyCards(learner.id, [card.id])
  await there.send([await there.answer(card, 1, NOON + 60_000)], NOON + 60_000)
  await database().card.updateMany({ where: { userId: learner.id, id: card.id }, data: { reps: lone?.state.reps ?? 0 } })
  expect(await differing(learner.id, [card])).toEqual([card.id])
})
