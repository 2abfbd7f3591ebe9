// One card's history as Anki recorded it, played event by event through scheduler and fold.

import { expect } from 'vitest'
import type { CardState, Memory, Rating } from './card.ts'
import { studyDayOf } from './day.ts'
import type { MadeEvent, Next, StudyEvent } from './event.ts'
import type recorded from './fixtures/anki-answering.json'
import { foldCard, stepCard } from './fold.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId } from './ids.ts'
import { DEFAULT_PARAMETERS } from './memory.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import type { Options } from './options.ts'
import { outcomes } from './schedule.ts'
import type { Outcome } from './schedule.ts'

export type Recorded = (typeof recorded.cases)[number]
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
export class Play {
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
