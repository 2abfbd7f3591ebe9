// For database tests: learners of the shipped deck, and devices that make events as a browser would.

import { readFile } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { bases } from '#decks/registry.ts'
import type { StudyCard } from '#lib/core/card.ts'
import { studyDayOf } from '#lib/core/day.ts'
import type { AnswerEvent, MadeEvent } from '#lib/core/event.ts'
import type { DeviceId, EventId, GroupId } from '#lib/core/ids.ts'
import { fuzzSeed } from '#lib/core/schedule/fuzz.ts'
import { seenBefore } from '#lib/core/schedule/seen.ts'
import { outcomes } from '#lib/core/schedule.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { database } from '#lib/db/client.ts'
import { findSession } from '#lib/db/sessions.ts'
import type { Learner } from './learner.ts'
import { recordEvents } from './record-events.ts'
import { seedBases } from './seed-bases.ts'
import { startGuest } from './start-guest.ts'

/** Noon in Lisbon on a Tuesday. */
export const NOON = Date.UTC(2026, 10, 24, 12)
export const DAY_MS = 86_400_000

export async function seedShippedBases(now = NOON): Promise<void> {
  const files = bases.map((base) => `decks/${base}/facts.yaml`)
  await seedBases(await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') }))), now)
}

export async function newLearner(now = NOON, zone = 'Europe/Lisbon'): Promise<Learner> {
  const session = await findSession(await startGuest(zone, now, 90 * DAY_MS), now)
  if (!session) throw new Error('A guest who was just made has a session.')
  return session.user
}

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
