// For database tests: learners of the shipped deck, and devices that make events as a browser would.

import { readFile } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { bases } from '#decks/registry.ts'
import type { StudyCard } from '#lib/core/card.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { type StudyDay, studyDayOf } from '#lib/core/day.ts'
import type { AnswerEvent, MadeEvent } from '#lib/core/event.ts'
import { foldCard } from '#lib/core/fold.ts'
import type { CardId, DeviceId, EventId, GroupId, UserId } from '#lib/core/ids.ts'
import { DEFAULT_PARAMETERS, recall } from '#lib/core/memory.ts'
import { fuzzSeed } from '#lib/core/schedule/fuzz.ts'
import { seenBefore } from '#lib/core/schedule/seen.ts'
import { outcomes } from '#lib/core/schedule.ts'
import type { DayCounts } from '#lib/core/statistics/day-counts.ts'
import { database } from '#lib/db/client.ts'
import { historyOf } from '#lib/db/ingest.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { daysSince } from '#lib/db/rollup-rows.ts'
import { findSession } from '#lib/db/sessions.ts'
import { recountDays } from './count-days.ts'
import { exportLearner } from './export-learner.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'
import { recordEvents } from './record-events.ts'
import { seedBases } from './seed-bases.ts'
import { startGuest } from './start-guest.ts'

/** Noon in Lisbon on a Tuesday. */
export const NOON = Date.UTC(2026, 10, 24, 12)

export async function seedShippedBases(now = NOON): Promise<void> {
  const files = bases.map((base) => `decks/${base}/facts.yaml`)
  await seedBases(await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') }))), now)
}

export async function newLearner(now = NOON, zone = 'Europe/Lisbon'): Promise<Learner> {
  const session = await findSession(await startGuest(zone, now, 90 * DAY_MS), now)
  if (!session) throw new Error('A guest who was just made has a session.')
  return session.user
}

/** What the learner would download. */
export async function downloadOf(userId: UserId): Promise<string> {
  let text = ''
  for await (const piece of exportLearner(userId, NOON)) text += piece
  return text
}

/** Of these cards, those whose cached state is not what their events fold to. */
export async function differing(userId: UserId, cards: readonly { id: CardId }[]): Promise<CardId[]> {
  const ids = cards.map((card) => card.id)
  const history = await historyOf(database(), userId, ids)
  const cached = await studyCards(userId, ids)
  const named = history.flatMap((event) => ('presetVersion' in event ? [event.presetVersion] : []))
  const versions = await presetVersions(database(), userId, [...named, ...cached.map((card) => card.presetVersion)])
  const options = new Map([...versions].map(([id, row]) => [id, row.options]))
  return cached.flatMap((card) => {
    const events = history.filter((event) => event.kind === 'void' || event.cardId === card.id)
    const parameters = options.get(card.presetVersion)?.parameters ?? []
    const folded = foldCard(events, { place: card.place, presetVersions: options, parameters })
    return JSON.stringify(sorted(folded)) === JSON.stringify(sorted(card.state)) ? [] : [card.id]
  })
}

/** Days with something on them: what was taken back as a whole leaves a row of zeros. */
export async function daysOf(learner: Learner): Promise<[StudyDay, DayCounts][]> {
  const days = await daysSince(learner.id, 0 as StudyDay)
  return [...days].filter(([, counts]) => counts.answers !== 0 || counts.seenAgain !== 0)
}

/** The sums of the days as they were kept while events came, and as their events give them when they are counted again. */
export async function daysTwice(learner: Learner) {
  const kept = await daysOf(learner)
  await recountDays(learner.id)
  return { kept, again: await daysOf(learner) }
}

const sorted = (value: object) => Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))

/** One browser of one learner: it numbers its events, and claims the times that it is told. */
export class Device {
  readonly id = uuidv7() as DeviceId
  #seq = 0

  constructor(readonly learner: Learner) {}

  made(at: number) {
    const id = uuidv7() as EventId
    const { zone, rolloverHour } = this.learner
    return { id, group: id as string as GroupId, device: this.id, seq: this.#seq++, claimedAt: at, zone, rolloverHour }
  }

  /** An answer as the review page would make it, standing on the card's state as this device knows it. */
  async answer(card: StudyCard, rating: AnswerEvent['rating'], at: number): Promise<AnswerEvent> {
    const { zone, rolloverHour } = this.learner
    const options = (await presetVersions(database(), this.learner.id, [card.presetVersion])).get(card.presetVersion)?.options
    if (!options) throw new Error('A card has a preset.')
    const { state } = card
    const { next } = outcomes(state, options, { nowMs: at, zone, rolloverHour, seed: fuzzSeed(card.id, state.reps) })[rating]
    return {
      ...this.made(at),
      kind: 'answer',
      cardId: card.id,
      after: state.head,
      next,
      rating,
      tookMs: 4_000,
      presetVersion: card.presetVersion,
      seen: seenBefore(state, options.parameters, studyDayOf(at, zone, rolloverHour)),
      practice: false,
      suspends: false,
      confidence: null,
      variant: 0,
      pointsTicked: null,
    }
  }

  undo(target: GroupId, at: number): MadeEvent {
    return { ...this.made(at), kind: 'void', target }
  }

  send(events: MadeEvent[], sentAt: number, receivedAt = sentAt) {
    const incoming = events.map((event) => ({ ok: true as const, event }))
    return recordEvents(this.learner.id, receivedAt, { device: this.id, sentAt, events: incoming })
  }
}

/** The same numbers from 0 to 1 for the same seed. */
export function numbersOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const BREAK_MS = 15 * 60_000
/** A learning card comes back within the day: so many rounds a day are gone through. */
const ROUNDS = 4

/**
 * Studies all that is due on each of `days` days up to `now`, but for every eighth, at the time of day of `now`. A card is
 * recalled as often as its memory says, so that predictions come true on the whole.
 */
export async function studyDaily(learner: Learner, now: number, days: number, seed = 1): Promise<void> {
  const device = new Device(learner)
  const random = numbersOf(seed)
  for (let ago = days - 1; ago >= 0; ago--) {
    if (ago > 0 && ago % 8 === 5) continue
    for (let round = 0; round < ROUNDS; round++) {
      const at = now - ago * DAY_MS - (ROUNDS - round) * BREAK_MS
      const { queue, today } = await gatherDay(learner, at)
      const soon = queue.learning.filter((card) => 'dueAt' in card.state.due && card.state.due.dueAt <= at)
      const answers: AnswerEvent[] = []
      for (const card of [...soon, ...queue.main]) {
        const { memory, lastDay } = card.state
        const predicted = memory && lastDay !== null && today > lastDay ? recall(memory, today - lastDay, DEFAULT_PARAMETERS) : 0.8
        const rating = random() > predicted ? 1 : random() < 0.15 ? 2 : random() < 0.1 ? 4 : 3
        answers.push({ ...(await device.answer(card, rating, at + answers.length * 8_000)), tookMs: 3_000 + Math.floor(random() * 9_000) })
      }
      if (answers.length > 0) await device.send(answers, at + answers.length * 8_000)
    }
  }
}
