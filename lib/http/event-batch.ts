// Reads the body of POST /api/events. The envelope must be right as a whole; an event that is not is refused alone.

import { z } from 'zod'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { isZone, parseStudyDay } from '#lib/core/day.ts'
import type { MadeEvent, Next, StudyEvent } from '#lib/core/event.ts'
import type { CardId, DeviceId, EventId, UserId } from '#lib/core/ids.ts'
import { parseTime } from '#lib/core/time.ts'
import { FORMAT_VERSION } from '#lib/core/wire.ts'

export type ReadEvent = { ok: true; event: MadeEvent } | { ok: false; id: EventId }

export type EventBatch = {
  learner: UserId
  device: DeviceId
  sentAt: number
  events: ReadEvent[]
  holding: CardId[] | null
}

const MAX_INT = 2_147_483_647
const MAX_DAYS = 36_500
/** The last ms of the year 9999: Postgres and ISO 8601 text both hold it. */
const LAST_MS = 253_402_300_799_999

const MARKS = ['suspended', 'buried', 'flag', 'marked'] as const
const isSet = (value: unknown) => value !== null && value !== undefined

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)
  .transform((text) => text.toLowerCase())
const time = z
  .string()
  .max(40)
  .transform((text, context) => {
    const ms = parseTime(text)
    if (ms !== null && ms >= 0 && ms <= LAST_MS) return ms
    context.addIssue({ code: 'custom', message: 'not a time in UTC between 1970 and 9999' })
    return z.NEVER
  })
const count = z.int().min(0).max(MAX_INT)
const memory = { stability: z.number().positive().max(1e6), difficulty: z.number().min(1).max(10) }

const made = {
  id: uuid,
  group: uuid,
  device: uuid,
  seq: count,
  claimedAt: time,
  zone: z.string().max(64).refine(isZone),
  rolloverHour: z.int().min(0).max(23),
}
const onCard = { cardId: uuid }

const absent = z.null().optional()
const step = z.int().min(0).max(99)
const days = z.int().min(0).max(MAX_DAYS)
const learning = z.enum(['learning', 'relearning'])
const next = z
  .union([
    z.object({
      phase: learning,
      step,
      ms: z
        .int()
        .min(0)
        .max(2 * DAY_MS),
      days: absent,
      position: absent,
    }),
    z.object({ phase: learning, step, days, ms: absent, position: absent }),
    z.object({ phase: z.literal('review'), step: absent, days, ms: absent, position: absent }),
    z.object({ phase: z.literal('new'), step: absent, position: count, ms: absent, days: absent }),
  ])
  .transform((read): Next => {
    if (read.phase === 'review') return { phase: 'review', step: null, days: read.days }
    if (read.phase === 'new') return { phase: 'new', position: read.position }
    return typeof read.ms === 'number'
      ? { phase: read.phase, step: read.step, ms: read.ms }
      : { phase: read.phase, step: read.step, days: read.days as number }
  })
const placing = { after: uuid.nullable(), next }

const seen = z.object({
  phase: z.enum(['new', 'learning', 'review', 'relearning']),
  stability: memory.stability.nullable(),
  difficulty: memory.difficulty.nullable(),
  elapsedDays: count.nullable(),
  recall: z.number().min(0).max(1).nullable(),
  intervalDays: z.number().min(0).max(MAX_DAYS).nullable(),
})

const answer = z.object({
  ...made,
  ...onCard,
  ...placing,
  kind: z.literal('answer'),
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  tookMs: z.int().min(0).max(DAY_MS),
  presetVersion: uuid,
  seen,
  practice: z.boolean(),
  suspends: z.boolean(),
  confidence: z.enum(['sure', 'unsure']).nullable(),
  variant: z.int().min(0).max(99),
  pointsTicked: z.int().min(0).max(99).nullable(),
})

const restore = z.object({
  ...made,
  ...onCard,
  ...placing,
  kind: z.literal('restore'),
  memory: z.object(memory).nullable(),
  reps: count,
  lapses: count,
})

const place = z.object({
  ...made,
  ...onCard,
  ...placing,
  kind: z.literal('place'),
  why: z.enum(['chosen', 'reschedule']),
  presetVersion: uuid,
})

const reset = z.object({ ...made, ...onCard, kind: z.literal('reset'), after: uuid.nullable(), keepCounts: z.boolean() })

const mark = z
  .object({
    ...made,
    ...onCard,
    kind: z.literal('mark'),
    suspended: z.boolean().nullish(),
    buried: z.boolean().nullish(),
    flag: z.int().min(0).max(7).nullish(),
    marked: z.boolean().nullish(),
  })
  .refine((read) => MARKS.filter((name) => isSet(read[name])).length === 1, 'a mark sets exactly one of its four fields')

const voids = z.object({ ...made, kind: z.literal('void'), target: uuid })

const anyEvent = z.discriminatedUnion('kind', [answer, place, reset, restore, mark, voids])

const envelope = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  learner: uuid,
  device: uuid,
  sentAt: time,
  events: z.array(z.unknown()),
  holding: z.array(uuid).max(1000).optional(),
})

const identified = z.object({ id: z.string().max(64) })

function readEvent(raw: unknown): ReadEvent {
  const read = anyEvent.safeParse(raw)
  if (read.success) return { ok: true, event: toCore(read.data) }
  const named = identified.safeParse(raw)
  return { ok: false, id: (named.success ? named.data.id : '') as EventId }
}

const stamp = z.object({
  at: time,
  studyDay: z.string().transform((text, context) => {
    const day = parseStudyDay(text)
    if (day !== null) return day
    context.addIssue({ code: 'custom', message: 'not a day' })
    return z.NEVER
  }),
  cursor: z.int().min(1).max(MAX_INT),
})

/** An event of an export, with what the server once gave it; null where it is none. */
export function readStampedEvent(raw: unknown): StudyEvent | null {
  const [read, stamped] = [anyEvent.safeParse(raw), stamp.safeParse(raw)]
  return read.success && stamped.success ? { ...toCore(read.data), ...stamped.data } : null
}

/** A mark's other three fields may be sent as null; core knows only the one that is set. */
function toCore(read: z.infer<typeof anyEvent>): MadeEvent {
  if (read.kind !== 'mark') return read as MadeEvent
  return Object.fromEntries(Object.entries(read).filter(([, value]) => isSet(value))) as MadeEvent
}

/** The batch, or null where its envelope is wrong. */
export function readEventBatch(body: unknown): EventBatch | null {
  const read = envelope.safeParse(body)
  if (!read.success) return null
  const { learner, device, sentAt, events, holding } = read.data
  return {
    learner: learner as UserId,
    device: device as DeviceId,
    sentAt,
    events: events.map(readEvent),
    holding: holding === undefined ? null : (holding as CardId[]),
  }
}
