// How far a zone's clocks are from UTC at an instant, and when that changes, out of the runtime's own zone data.

import { DAY_MS, daysOfCivil } from './day-civil.ts'

type Zone = {
  readonly format: Intl.DateTimeFormat
  /** Offset in ms by UTC day, where it is the same all day; null where it changes. */
  readonly offsets: Map<number, number | null>
}

// Making a formatter is slow beside asking it, and an answer asks several times.
const zones = new Map<string, Zone>()
const KEPT_OFFSETS = 20_000

function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'iso8601',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone = { format, offsets: new Map<number, number | null>() }
  zones.set(name, zone)
  return zone
}

/** Local time less UTC, in ms. An unknown zone throws a RangeError. */
export function offsetAt(atMs: number, name: string): number {
  const zone = zoneOf(name)
  const utcDay = Math.floor(atMs / DAY_MS)
  let offset = zone.offsets.get(utcDay)
  if (offset === undefined) {
    const first = readOffset(utcDay * DAY_MS, zone.format)
    offset = first === readOffset((utcDay + 1) * DAY_MS, zone.format) ? first : null
    if (zone.offsets.size >= KEPT_OFFSETS) zone.offsets.clear()
    zone.offsets.set(utcDay, offset)
  }
  return offset ?? readOffset(atMs, zone.format)
}

function readOffset(atMs: number, format: Intl.DateTimeFormat): number {
  const wholeSecond = Math.floor(atMs / 1000) * 1000
  const read: Record<string, string> = {}
  for (const part of format.formatToParts(wholeSecond)) read[part.type] = part.value
  const year = read['era']?.startsWith('B') ? 1 - Number(read['year']) : Number(read['year'])
  const day = daysOfCivil(year, Number(read['month']), Number(read['day']))
  const seconds = Number(read['hour']) * 3600 + Number(read['minute']) * 60 + Number(read['second'])
  return day * DAY_MS + seconds * 1000 - wholeSecond
}

/** The first instant after `from` and up to `to` at which the zone's offset is another. */
export function changeBetween(from: number, to: number, zone: string): number {
  const before = offsetAt(from, zone)
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}

/** True for a name that this runtime knows as a zone. */
export function isKnownZone(name: string): boolean {
  try {
    return name !== '' && zoneOf(name) !== undefined
  } catch {
    return false
  }
}
