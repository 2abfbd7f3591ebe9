import { describe, expect, test } from 'vitest'
import { DAY_MS } from './day-civil.ts'
import { studyDayOf } from './day.ts'
import type { AnswerEvent, Next, StudyEvent } from './event.ts'
import { foldCard, standingEvents, stepCard } from './fold.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId } from './ids.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import { outcomes } from './schedule.ts'
import { fuzzSeed } from './schedule/fuzz.ts'

const START = Date.UTC(2026, 0, 10, 9)
const PRESET = 'preset' as PresetVersionId
const OPTIONS = { ...DEFAULT_OPTIONS, fuzz: false }
const CONTEXT = { place: 7, presetVersions: new Map([[PRESET, OPTIONS]]), parameters: OPTIONS.parameters }

const REVIEW_IN = (days: number): Next => ({ phase: 'review', step: null, days })

/** An event on a day after the start; its id and group are its name. */
function event(name: string, day: number, fields: object): StudyEvent {
  const at = START + day * DAY_MS
  const own = { id: name as EventId, group: name as GroupId, device: 'd' as DeviceId, seq: 1, claimedAt: at, zone: 'UTC', rolloverHour: 4 }
  return { ...own, cardId: 'card' as CardId, at, studyDay: studyDayOf(at, 'UTC', 4), cursor: 1, ...fields } as StudyEvent
}

function answer(name: string, day: number, fields: Partial<AnswerEvent>): StudyEvent {
  const seen = { phase: 'new', stability: null, difficulty: null, elapsedDays: null, recall: null, intervalDays: null }
  const rest = {
    rating: 3,
    tookMs: 1,
    presetVersion: PRESET,
    practice: false,
    suspends: false,
    confidence: null,
    variant: 0,
    pointsTicked: null,
    seen,
  }
  return event(name, day, { kind: 'answer', after: null, next: REVIEW_IN(3), ...rest, ...fields })
}

const fold = (...events: StudyEvent[]) => foldCard(events, CONTEXT)
const today = (day: number) => studyDayOf(START + day * DAY_MS, 'UTC', 4)

test('a card without events waits at its place', () => {
  expect(fold()).toMatchObject({ phase: 'new', due: { position: 7 }, memory: null, reps: 0, head: null })
})

test('an answer on the head is placed as it was printed', () => {
  const state = fold(answer('a', 0, { next: REVIEW_IN(11) }), answer('b', 11, { after: 'a' as EventId, next: REVIEW_IN(77) }))
  expect(state).toMatchObject({ phase: 'review', due: { dueDay: today(88) }, reps: 2, firstDay: today(0), lastDay: today(11), head: 'b' })
})

test('an answer of a device that had not heard of another is placed anew, on the folded history', () => {
  const first = answer('a', 0, { rating: 4, next: REVIEW_IN(8) })
  const offline = answer('b', 10, { after: null, next: REVIEW_IN(500) })
  const alone = outcomes(fold(first), OPTIONS, { nowMs: offline.at, zone: 'UTC', rolloverHour: 4, seed: 0 })[3].next
  expect(alone).toMatchObject({ phase: 'review', days: 44 })
  expect(fold(first, offline)).toMatchObject({ reps: 2, head: 'b', due: { dueDay: today(10 + 44) } })
})

test('what is placed anew is spread by the card and its repetitions, as it would have been there', () => {
  const spread = { ...CONTEXT, presetVersions: new Map([[PRESET, DEFAULT_OPTIONS]]) }
  for (const cardId of ['c1', 'c2', 'c3', 'c4', 'c5'] as CardId[]) {
    const first = { ...answer('a', 0, { rating: 4, next: REVIEW_IN(8) }), cardId } as StudyEvent
    const offline = { ...answer('b', 10, {}), cardId } as StudyEvent
    const seed = fuzzSeed(cardId, 1)
    const alone = outcomes(foldCard([first], spread), DEFAULT_OPTIONS, { nowMs: offline.at, zone: 'UTC', rolloverHour: 4, seed })[3].next
    expect(foldCard([first, offline], spread).due).toEqual({ dueDay: today(10 + ('days' in alone ? alone.days : NaN)) })
  }
})

test('without its preset version an answer stays where it was put', () => {
  const offline = answer('b', 10, { next: REVIEW_IN(500), presetVersion: 'gone' as PresetVersionId })
  expect(fold(answer('a', 0, {}), offline).due).toEqual({ dueDay: today(510) })
})

test('lapses count Again in review alone', () => {
  const learning: Next = { phase: 'learning', step: 0, ms: 60_000 }
  const state = fold(
    answer('a', 0, { rating: 1, next: learning }),
    answer('b', 1, { after: 'a' as EventId }),
    answer('c', 4, { rating: 1, after: 'b' as EventId, next: { phase: 'relearning', step: 0, ms: 600_000 } }),
    answer('d', 5, { rating: 1, after: 'c' as EventId, next: { phase: 'relearning', step: 0, ms: 600_000 } }),
  )
  expect(state).toMatchObject({ lapses: 1, reps: 4, phase: 'relearning', step: 0, due: { dueAt: START + 5 * DAY_MS + 600_000 } })
})

test('practice leaves the card alone', () => {
  const before = fold(answer('a', 0, {}))
  expect(fold(answer('a', 0, {}), answer('b', 1, { practice: true, rating: 1, after: 'a' as EventId }))).toEqual(before)
})

test('travelling back over a day makes no negative time', () => {
  const back = { ...answer('b', 0.1, { after: 'a' as EventId }), studyDay: today(-1) }
  expect(fold(answer('a', 0, {}), back)).toMatchObject({
    lastDay: today(0),
    memory: fold(answer('a', 0, {}), answer('b', 0.1, { after: 'a' as EventId })).memory,
  })
})

describe('reset and restore', () => {
  test.each([
    [true, { reps: 2, lapses: 1 }],
    [false, { reps: 0, lapses: 0 }],
  ])('reset, keeping counts: %s', (keepCounts, counts) => {
    const state = fold(
      answer('a', 0, {}),
      answer('b', 3, { rating: 1, after: 'a' as EventId }),
      event('c', 4, { kind: 'reset', after: 'b', keepCounts }),
    )
    expect(state).toMatchObject({ ...counts, phase: 'new', due: { position: 7 }, memory: null, firstDay: null, lastDay: null, head: 'c' })
  })

  test('restore brings memory and place, and days are counted from it', () => {
    const memory = { stability: 30, difficulty: 5 }
    const restore = event('a', 0, { kind: 'restore', after: null, memory, next: REVIEW_IN(30), reps: 9, lapses: 2 })
    expect(fold(restore)).toMatchObject({ memory, due: { dueDay: today(30) }, reps: 9, lapses: 2, firstDay: null, lastDay: today(0) })
    const answered = fold(restore, answer('b', 30, { after: 'a' as EventId }))
    expect(answered.memory?.stability).toBeGreaterThan(60)
  })
})

describe('place', () => {
  const first = answer('a', 0, { rating: 4, next: REVIEW_IN(8) })

  test('chosen: as recorded, whatever came between', () => {
    expect(
      fold(first, event('b', 2, { kind: 'place', why: 'chosen', after: null, next: REVIEW_IN(1), presetVersion: PRESET })),
    ).toMatchObject({
      due: { dueDay: today(3) },
      head: 'b',
    })
  })
  test('rescheduling on an older head counts again from the last answer', () => {
    const place = event('b', 2, { kind: 'place', why: 'reschedule', after: null, next: REVIEW_IN(500), presetVersion: PRESET })
    expect(fold(first, place)).toMatchObject({ due: { dueDay: today(8) }, head: 'b' })
  })
  test('rescheduling leaves a card in learning where it is', () => {
    const learning = answer('a', 0, { next: { phase: 'learning', step: 1, ms: 600_000 } })
    const place = event('b', 2, { kind: 'place', why: 'reschedule', after: null, next: REVIEW_IN(500), presetVersion: PRESET })
    expect(fold(learning, place)).toMatchObject({ phase: 'learning', due: { dueAt: START + 600_000 }, head: 'b' })
  })
})

describe('marks', () => {
  test('the last standing one wins, field by field', () => {
    const state = fold(
      event('a', 0, { kind: 'mark', suspended: true }),
      event('b', 1, { kind: 'mark', flag: 3 }),
      event('c', 2, { kind: 'mark', suspended: false }),
      event('d', 3, { kind: 'mark', marked: true }),
      event('e', 4, { kind: 'mark', flag: 5 }),
      event('f', 5, { kind: 'void', target: 'e' }),
    )
    expect(state).toMatchObject({ suspended: false, flag: 3, marked: true, head: null })
  })
  test('a bury ends when the study day after its own begins', () => {
    expect(fold(event('a', 0, { kind: 'mark', buried: true })).buriedUntilDay).toBe(today(1))
    expect(fold(event('a', 0, { kind: 'mark', buried: true }), event('b', 0.1, { kind: 'mark', buried: false })).buriedUntilDay).toBeNull()
  })
  test('an answer that makes a suspended leech suspends, and its undo takes both back', () => {
    const leech = answer('b', 3, { rating: 1, suspends: true, after: 'a' as EventId })
    expect(fold(answer('a', 0, {}), leech).suspended).toBe(true)
    expect(fold(answer('a', 0, {}), leech, event('c', 4, { kind: 'void', target: 'b' }))).toEqual(fold(answer('a', 0, {})))
  })
})

describe('voids', () => {
  const undo = (name: string, day: number, target: string) => event(name, day, { kind: 'void', target })

  test.each([
    ['undone', [undo('b', 1, 'a')], []],
    ['redone', [undo('b', 1, 'a'), undo('c', 2, 'b')], ['a', 'c']],
    ['undone, redone, undone', [undo('b', 1, 'a'), undo('c', 2, 'b'), undo('d', 3, 'a')], ['c']],
    ['undone twice, redone once', [undo('b', 1, 'a'), undo('c', 2, 'a'), undo('d', 3, 'b')], ['c', 'd']],
    ['undone twice, redone twice', [undo('b', 1, 'a'), undo('c', 2, 'a'), undo('d', 3, 'b'), undo('e', 4, 'c')], ['a', 'd', 'e']],
  ])('%s', (_, voids, standing) => {
    const ids = standingEvents([answer('a', 0, {}), ...voids].reverse()).map(({ id }) => id as string)
    expect(ids.filter((id) => id === 'a' || standing.includes(id))).toEqual(standing)
  })

  test('what stood on an undone answer is placed anew', () => {
    const state = fold(
      answer('a', 0, { rating: 4, next: REVIEW_IN(8) }),
      answer('b', 8, { rating: 1, after: 'a' as EventId, next: { phase: 'relearning', step: 0, ms: 600_000 } }),
      answer('c', 8.1, { after: 'b' as EventId, next: REVIEW_IN(1) }),
      undo('d', 9, 'b'),
    )
    expect(state).toMatchObject({ reps: 2, lapses: 0, due: { dueDay: today(8 + 39) } })
  })

  test('a part of an act that comes after the act was undone does not stand', () => {
    const late = answer('b', 2, { group: 'a' as GroupId })
    expect(standingEvents([answer('a', 0, {}), undo('v', 1, 'a'), late]).map(({ id }) => id as string)).toEqual(['v'])
  })

  test('two voids that name each other leave one standing: the later', () => {
    const first = undo('v', 1, 'w')
    const second = undo('w', 2, 'v')
    expect(standingEvents([first, second]).map(({ id }) => id as string)).toEqual(['w'])
  })
})

describe('the fast path', () => {
  const before = fold(answer('a', 0, {}))

  test.each([
    ['an answer on the head', answer('b', 3, { after: 'a' as EventId }), true],
    ['practice', answer('b', 3, { practice: true }), true],
    ['a reset on the head', event('b', 3, { kind: 'reset', after: 'a', keepCounts: true }), true],
    ['an answer on another head', answer('b', 3, {}), false],
    ['an answer that suspends', answer('b', 3, { after: 'a' as EventId, suspends: true }), false],
    ['a mark', event('b', 3, { kind: 'mark', flag: 1 }), false],
    ['a void', event('b', 3, { kind: 'void', target: 'a' }), false],
  ])('%s', (_, next, taken) => {
    const stepped = stepCard(before, next, CONTEXT)
    expect(stepped).toEqual(taken ? fold(answer('a', 0, {}), next) : null)
  })
})
