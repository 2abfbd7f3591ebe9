// What may happen in some weeks of study, on three devices, for proving the laws of events.

import fc from 'fast-check'
import type { Rating } from './card.ts'
import { HOUR_MS } from './day-civil.ts'
import type { CardId, PresetVersionId } from './ids.ts'
import { DEFAULT_PARAMETERS } from './memory.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import type { Options } from './options.ts'

export const VERSIONS = ['v1', 'v2', 'v3'] as PresetVersionId[]
const trained = (factor: number) => DEFAULT_PARAMETERS.map((value, index) => (index < 4 ? value * factor : value))
export const PRESETS: ReadonlyMap<PresetVersionId, Options> = new Map(
  VERSIONS.map((version, index) => [
    version,
    { ...DEFAULT_OPTIONS, parameters: trained([1, 2.5, 0.4][index] ?? 1), leechThreshold: 2, leechAction: 'suspend' },
  ]),
)
export const CARDS = ['card-a', 'card-b'] as CardId[]
const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Australia/Lord_Howe']

export type Op =
  | { op: 'answer'; device: number; card: number; rating: Rating; practice: boolean }
  | {
      op: 'mark'
      device: number
      card: number
      mark: { suspended: boolean } | { buried: boolean } | { flag: number } | { marked: boolean }
    }
  | { op: 'reset' | 'place' | 'reschedule'; device: number; card: number; days: number }
  | { op: 'undo' | 'redo'; device: number; back: number }
  | { op: 'sync' | 'resend'; device: number }
  | { op: 'wait'; ms: number }
  | { op: 'clock'; device: number; ms: number }
  | { op: 'move'; zone: string }
  | { op: 'train'; version: PresetVersionId }

const onDevice = { device: fc.nat(2) }
const onCard = { ...onDevice, card: fc.nat(1) }
const rating = fc.constantFrom<Rating>(1, 2, 3, 3, 3, 4)
const wait = fc.oneof(fc.integer({ min: 1, max: 20 * 60_000 }), fc.integer({ min: 1, max: 40 * 24 * HOUR_MS }))
const anyMark = fc.oneof(
  fc.record({ suspended: fc.boolean() }),
  fc.record({ buried: fc.boolean() }),
  fc.record({ flag: fc.nat(7) }),
  fc.record({ marked: fc.boolean() }),
)

const anyOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ op: fc.constant('answer' as const), ...onCard, rating, practice: fc.constantFrom(false, false, false, true) }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('mark' as const), ...onCard, mark: anyMark }) },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constantFrom('reset' as const, 'place' as const, 'reschedule' as const), ...onCard, days: fc.nat(30) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const), ...onDevice, back: fc.nat(3) }),
  },
  { weight: 4, arbitrary: fc.record({ op: fc.constantFrom('sync' as const, 'sync' as const, 'resend' as const), ...onDevice }) },
  { weight: 5, arbitrary: fc.record({ op: fc.constant('wait' as const), ms: wait }) },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('clock' as const), ...onDevice, ms: fc.integer({ min: -1000 * HOUR_MS, max: 1000 * HOUR_MS }) }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('move' as const), zone: fc.constantFrom(...ZONES) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('train' as const), version: fc.constantFrom(...VERSIONS) }) },
)

/** What may happen in some weeks of study. */
export const anyWeeks = fc.array(anyOp, { minLength: 5, maxLength: 40, size: 'max' })
