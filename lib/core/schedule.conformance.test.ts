// The scheduler and the fold beside what Anki did with the same answers, 135 sequences of them.

import { describe, expect, test } from 'vitest'
import type { Phase, Rating } from './card.ts'
import { formatStudyDay, studyDayOf } from './day.ts'
import type { Next } from './event.ts'
import recorded from './fixtures/anki-answering.json' with { type: 'json' }
import type { Options } from './options.ts'
import type { Outcome } from './schedule.ts'
import { Play } from './schedule.model.ts'
import type { Recorded } from './schedule.model.ts'

type RecordedEvent = {
  at: string
  day: string
  rating?: number
  do?: string
  memoryBefore?: number[]
  outcomes?: (string | number | null)[][]
  after: { state: string; dueAt?: string; dueDay?: string; reps: number; lapses: number; suspended?: boolean; buried?: boolean }
}

/** Where Anki is not followed, and why. */
const DIFFERS: Record<string, string> = {
  'rollover-4-exact-second': 'Anki takes an answer in the very second of the rollover for the day before',
  'berlin-fall-back-next-day': 'Anki counts blocks of 24 hours, one too many around a day of 25',
  'clock-after-2038': 'due times overflow 32 bits',
  'maximum-1': 'Anki lengthens learning steps by chance; here a step is what the preset says',
  'maximum-2': 'the same',
  'walk-32': 'without relearning steps, Again may exceed the maximum interval',
  'leech-no-relearning-steps': 'answering a suspended card unsuspends it in Anki; here only the learner does',
  'steps-lengthened': 'Anki counts steps from the last, so that adding some moves a card that waits on one; here it stays on its step',
  'relearning-steps-added': 'the same',
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(b), 1e-3)
const waitOf = (next: Next) => ('ms' in next ? `${Math.floor(next.ms / 1000)}s` : 'days' in next ? `${next.days}d` : 'none')

/** What an outcome has that Anki's has not; empty where they agree. */
function differences(
  outcome: Outcome,
  [phase, wait, stepsLeft, stability, difficulty, leech]: readonly unknown[],
  options: Options,
): string[] {
  const { next, memory } = outcome
  const found: string[] = []
  const differ = (what: string, ours: unknown, theirs: unknown) => found.push(`${what}: ${String(ours)} instead of ${String(theirs)}`)
  if (next.phase !== phase) differ('phase', next.phase, phase)
  if (waitOf(next) !== wait) differ('wait', waitOf(next), wait)
  const steps = next.phase === 'learning' ? options.learningStepsMs.length : options.relearningStepsMs.length
  const ours = 'step' in next && next.step !== null && steps > 0 ? steps - next.step : 0
  // Past its last step Anki counts none left; here the card stays on the last.
  if (typeof stepsLeft === 'number' && ours !== Math.max(steps > 0 ? 1 : 0, stepsLeft)) differ('steps left', ours, stepsLeft)
  if (!near(memory.stability, stability as number)) differ('stability', memory.stability, stability)
  if (!near(memory.difficulty, difficulty as number)) differ('difficulty', memory.difficulty, difficulty)
  const says = outcome.suspends ? 'suspends' : outcome.leech ? 'leech' : undefined
  if (says !== leech) differ('leech', says, leech)
  return found
}

/** What is other than Anki's about the card afterwards. Ours is some ms later where Anki recorded several events in one second. */
function standingDifferences(play: Play, { at, after }: RecordedEvent): string[] {
  const { phase, due, reps, lapses, suspended, buriedUntilDay } = play.state
  const today = studyDayOf(play.ms(at), play.zone, play.rolloverHour)
  const ours = {
    state: phase satisfies Phase,
    dueAt: 'dueAt' in due ? Math.floor(due.dueAt / 1000) : null,
    dueDay: 'dueDay' in due ? formatStudyDay(due.dueDay) : null,
    reps,
    lapses,
    suspended,
    buried: buriedUntilDay !== null && buriedUntilDay > today,
  }
  const theirs: typeof ours = {
    ...after,
    state: after.state as Phase,
    dueAt: after.dueAt === undefined ? null : Math.floor(play.ms(after.dueAt) / 1000),
    dueDay: after.dueDay ?? null,
    suspended: after.suspended ?? false,
    buried: after.buried ?? false,
  }
  return (Object.keys(ours) as (keyof typeof ours)[])
    .filter((key) => ours[key] !== theirs[key])
    .map((key) => `${at} after, ${key}: ${String(ours[key])} instead of ${String(theirs[key])}`)
}

function replay(played: Recorded): string[] {
  const play = new Play(played)
  const found: string[] = []
  for (const event of played.events as RecordedEvent[]) {
    expect(formatStudyDay(studyDayOf(play.ms(event.at), play.zone, play.rolloverHour))).toBe(event.day)
    if (event.do !== undefined) play.do(event.at, event.do)
    else {
      const [stability, difficulty] = event.memoryBefore ?? []
      const memory = stability === undefined || difficulty === undefined ? null : { stability, difficulty }
      const four = play.outcomes(event.at, memory)
      const compared = [four[1], four[2], four[3], four[4]].map((outcome, index) =>
        differences(outcome, event.outcomes?.[index] ?? [], play.options),
      )
      found.push(...compared.flatMap((each, index) => each.map((difference) => `${event.at} rating ${index + 1}, ${difference}`)))
      const rating = event.rating as Rating
      play.answer(event.at, rating, four[rating])
    }
    found.push(...standingDifferences(play, event))
    if (found.length > 0) return found
  }
  return found
}

describe('what Anki did', () => {
  const all = recorded.cases.map((played) => [played.id, played] as const)

  test.each(all.filter(([id]) => !(id in DIFFERS)))('%s', (_, played) => {
    expect(replay(played)).toEqual([])
  })

  test.each(all.filter(([id]) => id in DIFFERS))('%s: not followed, and noticed', (_, played) => {
    expect(replay(played)).not.toEqual([])
  })
})
