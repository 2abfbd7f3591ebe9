// The scheduler and the fold beside what Anki did with the same answers, 135 sequences of them.

import { describe, expect, test } from 'vitest'
import type { CardState, Memory, Phase, Rating } from './card.ts'
import { formatStudyDay, studyDayOf } from './day.ts'
import type { MadeEvent, Next, StudyEvent } from './event.ts'
import recorded from './fixtures/anki-answering.json' with { type: 'json' }
import { foldCard, stepCard } from './fold.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId } from './ids.ts'
import { DEFAULT_PARAMETERS } from './memory.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import type { Options } from './options.ts'
import { outcomes } from './schedule.ts'
import type { Outcome } from './schedule.ts'

type Recorded = (typeof recorded.cases)[number]
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

const RATINGS = { again: 1, hard: 2, good: 3, easy: 4 } as const

function stepMs(step: string): number {
  const unit = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[step.slice(-1)]
  return Number(step.slice(0, -1)) * (unit ?? NaN)
}

/** FSRS-4.5's 17 parameters as FSRS-6 takes them: difficulty on its scale, no memory within a day, the old decay. */
function asFsrs6(w: readonly number[]): readonly number[] {
  if (w.length === 21) return w
  const [w4 = NaN, w5 = NaN, w6 = NaN] = w.slice(4, 7)
  return [...w.slice(0, 4), w4 + 2 * w5, Math.log(3 * w5 + 1) / 3, w6 + 0.5, ...w.slice(7), 0, 0, 0, 0.5]
}

function optionsOf({ preset }: Recorded): Options {
  return {
    ...DEFAULT_OPTIONS,
    parameters: typeof preset.fsrsParameters === 'string' ? DEFAULT_PARAMETERS : asFsrs6(preset.fsrsParameters),
    learningStepsMs: preset.learningSteps.map(stepMs),
    relearningStepsMs: preset.relearningSteps.map(stepMs),
    desiredRetention: preset.desiredRetention,
    maximumIntervalDays: preset.maximumIntervalDays,
    shortTermWithSteps: preset.shortTermWithSteps,
    leechThreshold: preset.leechThreshold,
    leechAction: preset.leechAction === 'suspend' ? 'suspend' : 'tag',
    fuzz: false,
  }
}

/** A card and its history, played event by event as a learner would, through the fold. */
class Play {
  readonly zone: string
  readonly rolloverHour: number
  readonly #local: boolean
  readonly #events: StudyEvent[] = []
  readonly #presets = new Map<PresetVersionId, Options>()
  readonly #undone: GroupId[] = []
  options: Options
  state: CardState

  constructor(played: Recorded) {
    // A learner's fixed offset is played in UTC, by the local clock: not every one has a zone.
    this.#local = /^[+-]/.test(played.zone)
    this.zone = this.#local ? 'UTC' : played.zone
    this.rolloverHour = played.rolloverHour
    this.options = optionsOf(played)
    this.state = this.#fold()
  }

  ms(iso: string): number {
    return Date.parse(this.#local ? `${iso.slice(0, 19)}Z` : iso)
  }

  #fold(): CardState {
    this.#presets.set(this.#version(), this.options)
    return foldCard(this.#events, this.#context())
  }

  #context() {
    return { place: 1, presetVersions: this.#presets, parameters: this.options.parameters }
  }

  #version(): PresetVersionId {
    return JSON.stringify(this.options) as PresetVersionId
  }

  outcomes(at: string, memory: Memory | null) {
    return outcomes({ ...this.state, memory }, this.options, {
      nowMs: this.ms(at),
      zone: this.zone,
      rolloverHour: this.rolloverHour,
      seed: 1,
    })
  }

  /** Adds an event, and holds the fast path to the fold. */
  #add(at: string, fields: object): void {
    const id = String(this.#events.length).padStart(6, '0') as EventId
    const made = {
      id,
      group: id as string as GroupId,
      device: 'd' as DeviceId,
      seq: this.#events.length,
      claimedAt: this.ms(at),
      zone: this.zone,
      rolloverHour: this.rolloverHour,
      cardId: 'c' as CardId,
      ...fields,
    } as MadeEvent
    // Some recorded events share a second: the server would date each after the one it stands on.
    const stamped = Math.max(this.ms(at), (this.#events.at(-1)?.at ?? -Infinity) + 1)
    const event: StudyEvent = {
      ...made,
      at: stamped,
      studyDay: studyDayOf(stamped, this.zone, this.rolloverHour),
      cursor: this.#events.length,
    }
    const stepped = stepCard(this.state, event, this.#context())
    this.#events.push(event)
    this.state = this.#fold()
    if (stepped) expect(stepped).toEqual(this.state)
  }

  answer(at: string, rating: Rating, { next, suspends }: Outcome): void {
    const seen = { phase: this.state.phase, stability: null, difficulty: null, elapsedDays: null, recall: null, intervalDays: null }
    const rest = { tookMs: 1000, practice: false, confidence: null, variant: 0, pointsTicked: null, seen }
    this.#add(at, { kind: 'answer', rating, next, suspends, after: this.state.head, presetVersion: this.#version(), ...rest })
  }

  do(at: string, action: string): void {
    const [verb, value = ''] = action.split('=')
    switch (verb) {
      case 'undo':
        return this.#undo(at)
      case 'redo':
        return this.#redo(at)
      case 'suspend':
      case 'unsuspend':
        return this.#add(at, { kind: 'mark', suspended: verb === 'suspend' })
      case 'bury':
      case 'unbury':
        return this.#add(at, { kind: 'mark', buried: verb === 'bury' })
      case 'reset-counts':
        return this.#add(at, { kind: 'reset', after: this.state.head, keepCounts: false })
      case 'set-due': {
        const next: Next = { phase: 'review', step: null, days: Number.parseInt(value, 10) }
        return this.#add(at, { kind: 'place', why: 'chosen', next, after: this.state.head, presetVersion: this.#version() })
      }
      case 'grade-now': {
        const rating = RATINGS[value as keyof typeof RATINGS]
        return this.answer(at, rating, this.outcomes(at, this.state.memory)[rating])
      }
      default:
        return this.#change(verb ?? '', value)
    }
  }

  #change(what: string, value: string): void {
    const steps = value === '' ? [] : value.split(',').map(stepMs)
    if (what === 'retention') this.options = { ...this.options, desiredRetention: Number(value) }
    else if (what === 'steps') this.options = { ...this.options, learningStepsMs: steps }
    else if (what === 'relearning-steps') this.options = { ...this.options, relearningStepsMs: steps }
    else throw new Error(`unknown action ${what}`)
    this.state = this.#fold()
  }

  #undo(at: string): void {
    const answers = this.#events.filter((event) => event.kind === 'answer').map(({ group }) => group)
    const target = answers.at(-1 - this.#undone.length)
    if (target === undefined) throw new Error('nothing to undo')
    const group = String(this.#events.length).padStart(6, '0') as GroupId
    this.#undone.push(group)
    this.#add(at, { kind: 'void', target })
  }

  #redo(at: string): void {
    this.#add(at, { kind: 'void', target: this.#undone.pop() })
  }
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
