// Reading the few events that suspend must say what the fold of all of them says.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StudyEvent } from '../event.ts'
import { foldCard } from '../fold.ts'
import { RULES, World } from '../fold.model.ts'
import { anyWeeks, type Op } from '../fold.ops.model.ts'
import { suspendedCards, type Suspension } from './suspended.ts'

function suspensionOf(event: StudyEvent): Suspension[] {
  const { id, at, group, kind } = event
  if (event.kind === 'void') return [{ id, at, group, kind, cardId: null, target: event.target }]
  const { cardId } = event
  if (event.kind === 'mark') return 'suspended' in event ? [{ id, at, group, kind, cardId, suspended: event.suspended }] : []
  return event.kind === 'answer' && !event.practice && event.suspends ? [{ id, at, group, kind, cardId, suspended: true }] : []
}

/** Whether it says of every card what the fold says, without the events that are passed over. */
function agrees(ops: readonly Op[], passedOver: (event: StudyEvent) => boolean = () => false): boolean {
  const world = World.after(ops, RULES)
  const events = world.cards.flatMap((card) => world.eventsOf(card)).filter((event) => !passedOver(event))
  const suspended = suspendedCards(events.flatMap(suspensionOf))
  return world.cards.every((card) => suspended.has(card) === foldCard(world.eventsOf(card), world.context()).suspended)
}

test('as the fold says, after any weeks of study', () => {
  fc.assert(
    fc.property(anyWeeks, (ops) => agrees(ops)),
    { numRuns: 300 },
  )
}, 30_000)

test('control: to pass over voids is noticed', () => {
  const broken = fc.check(
    fc.property(anyWeeks, (ops) => agrees(ops, (event) => event.kind === 'void')),
    { numRuns: 2_000, endOnFailure: true },
  )
  expect(broken.failed).toBe(true)
}, 30_000)
