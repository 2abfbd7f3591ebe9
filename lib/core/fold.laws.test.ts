// The laws of events, each with a control: a broken rule that the law must notice. PROOF_RUNS sets the number of runs; a
// failure prints the seed that brings it back.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardState } from './card.ts'
import { studyDayOf } from './day.ts'
import type { StudyEvent } from './event.ts'
import { foldCard, standingEvents } from './fold.ts'
import type { FoldContext } from './fold.ts'
import { RULES, World } from './fold.model.ts'
import type { Rules } from './fold.model.ts'
import { anyWeeks, PRESETS } from './fold.ops.model.ts'
import type { Op } from './fold.ops.model.ts'
import { apply } from './fold/apply.ts'
import type { DeviceId, EventId, GroupId } from './ids.ts'

const numRuns = Number(process.env['PROOF_RUNS'] ?? 150)
const timeout = 20_000 + 10 * numRuns

type Law = (ops: readonly Op[], rules: Rules) => void

/** A law holds for the rules, and does not for a broken one. */
function law(name: string, holds: Law, control: { breaks: string; rule: Partial<Rules> }): void {
  const property = (rules: Rules) => fc.property(anyWeeks, (ops) => holds(ops, rules))
  describe(name, () => {
    test('holds', { timeout }, () => fc.assert(property(RULES), { numRuns }))
    test(`control: ${control.breaks} is noticed`, { timeout }, () => {
      const broken = fc.check(property({ ...RULES, ...control.rule }), { numRuns: Math.max(numRuns, 400), endOnFailure: true })
      expect(broken.failed).toBe(true)
    })
  })
}

law(
  'fold == cache',
  (ops, rules) => {
    const world = World.after(ops, rules)
    for (const card of world.cards) expect(world.cache.get(card)).toEqual(foldCard(world.eventsOf(card), world.context()))
  },
  {
    breaks: 'stepping without looking at the head',
    rule: {
      step: (state, event, context) => (event.kind === 'void' ? null : apply(state, event, 'next' in event ? event.next : null, context)),
    },
  },
)

law(
  'stamped events give the same state in any order',
  (ops, rules) => {
    const world = World.after(ops, rules)
    for (const card of world.cards) {
      const events = world.eventsOf(card)
      const inOrder = rules.fold(events, world.context())
      expect(rules.fold([...events].reverse(), world.context())).toEqual(inOrder)
      const byId = [...events].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(rules.fold(byId, world.context())).toEqual(inOrder)
    }
  },
  {
    breaks: 'the order of arrival',
    rule: {
      fold: (events, context) =>
        foldCard(
          events.map((event, index) => ({ ...event, at: index })),
          context,
        ),
    },
  },
)

/** The head's placement is the printed one, counted from the event. */
function expectPrinted(world: World, events: readonly StudyEvent[], state: CardState): void {
  const head = events.find(({ id }) => id === state.head)
  const printed = head && world.printed.get(head.id)
  if (!head || !printed || printed.phase === 'new') return
  const due = 'ms' in printed ? { dueAt: head.at + printed.ms } : { dueDay: head.studyDay + printed.days }
  expect([state.phase, state.step, state.due]).toEqual([printed.phase, printed.step, due])
}

law(
  'one device with any clock: what was printed is applied',
  (ops, rules) => {
    const world = World.after(
      ops.filter(({ op }) => op !== 'undo' && op !== 'redo' && op !== 'reschedule'),
      rules,
      1,
    )
    for (const card of world.cards) {
      const standing = standingEvents(world.eventsOf(card))
      // Every moment of the history, not only its end.
      for (let length = 1; length <= standing.length; length++) {
        const moment = standing.slice(0, length)
        expectPrinted(world, moment, rules.fold(moment, world.context()))
      }
    }
  },
  {
    breaks: 'a clock that is believed when it runs back',
    rule: { stamp: ({ claimedAt, sentAt, receivedAt }) => Math.min(claimedAt + (receivedAt - sentAt), receivedAt) },
  },
)

const redoing =
  (count: number): Law =>
  (ops, rules) => {
    const world = World.after(ops, rules)
    const act = world.log.find(({ kind, id }) => kind === 'answer' && standingEvents(world.log).some((event) => event.id === id))
    if (!act) return
    const before = world.cards.map((card) => rules.fold(world.eventsOf(card), world.context()))
    // Two devices undo the same act without knowing of each other.
    const latest = Math.max(...world.log.map(({ at }) => at))
    const voided = (target: GroupId, number: number): StudyEvent => {
      const at = latest + number
      const id = `void-${number}` as EventId
      const own = { id, group: id as string as GroupId, device: 'd' as DeviceId, seq: number, claimedAt: at, zone: 'UTC', rolloverHour: 4 }
      return { kind: 'void', target, ...own, at, studyDay: studyDayOf(at, 'UTC', 4), cursor: 0 }
    }
    const voids = Array.from({ length: count }, (_, number) => voided(act.group, number + 1))
    const redo = rules.redone(voids).map(({ group }, number) => voided(group, count + 1 + number))
    const after = world.cards.map((card) => rules.fold(world.eventsOf(card, [...world.log, ...voids, ...redo]), world.context()))
    expect(after).toEqual(before)
    const undone = standingEvents([...world.log, ...voids])
    expect(undone.some(({ id }) => id === act.id)).toBe(false)
  }

law('undo, then redo, is as before', redoing(2), {
  breaks: 'a redo that takes back one void of two',
  rule: { redone: (voids) => voids.slice(0, 1) },
})

const placement = ({ phase, step, due, reps, lapses, head }: CardState) => ({ phase, step, due, reps, lapses, head })

law(
  'training moves no due date',
  (ops, rules) => {
    const world = World.after(ops, rules)
    for (const card of world.cards) {
      const trained = [...PRESETS.keys()].map((version) => placement(rules.fold(world.eventsOf(card), world.context(version))))
      expect(trained[1]).toEqual(trained[0])
      expect(trained[2]).toEqual(trained[0])
    }
  },
  {
    breaks: 'placing anew with the parameters in force',
    rule: { fold: (events, context) => foldCard(events, { ...context, presetVersions: inForce(context) }) },
  },
)

function inForce({ presetVersions, parameters }: FoldContext): FoldContext['presetVersions'] {
  return new Map([...presetVersions].map(([id, options]) => [id, { ...options, parameters }]))
}

law(
  'moving to another zone alters no past day',
  (ops, rules) => {
    const world = new World(rules)
    for (const op of ops) {
      const before = world.cards.map((card) => rules.fold(world.eventsOf(card), world.context()))
      world.run(op)
      if (op.op !== 'move') continue
      expect(world.cards.map((card) => rules.fold(world.eventsOf(card), world.context()))).toEqual(before)
      for (const { at, zone, rolloverHour, studyDay } of world.log) expect(studyDay).toBe(studyDayOf(at, zone, rolloverHour))
    }
  },
  {
    breaks: 'days counted in the zone of today',
    rule: { moved: (event, zone) => ({ ...event, studyDay: studyDayOf(event.at, zone, event.rolloverHour) }) },
  },
)

law(
  'a second send changes nothing',
  (ops, rules) => {
    const once = World.after(
      ops.filter(({ op }) => op !== 'resend'),
      rules,
    )
    const twice = World.after(
      ops.flatMap((op) => (op.op === 'sync' ? [op, { op: 'resend' as const, device: op.device }] : [op])),
      rules,
    )
    expect(twice.log).toEqual(once.log)
    expect([...twice.cache]).toEqual([...once.cache])
  },
  { breaks: 'events known by their place in the batch', rule: { isKnown: () => false } },
)
