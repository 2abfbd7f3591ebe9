// Settings in words, so that two versions of them can be told apart.

import type { Weekday } from '#lib/core/day.ts'
import type { Rest } from '#lib/core/days-off.ts'
import { capOf, COMMAND_NAMES, COMMANDS, type Preferences, type TextSize, type Theme } from '#lib/core/preferences.ts'
import type { Settings } from '#lib/core/settings.ts'
import { fullDate, hourWords } from '../../_ui/days.ts'

export const themeNames: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }
export const textSizeNames: Record<TextSize, string> = { small: 'Small', normal: 'Normal', large: 'Large', largest: 'Largest' }
export const buttonNames: Record<Preferences['buttons'], string> = { four: 'Four: Again, Hard, Good, Easy', two: 'Two: Again, Good' }

const onOff = (on: boolean) => (on ? 'On' : 'Off')

export const WEEKDAY_NAMES: Record<Weekday, string> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

/** "24 December 2026", "24 December 2026 to 1 January 2027", "every Sunday", "every Sunday to 27 December 2026". */
export function restWords({ from, to, weekday }: Rest): string {
  const until = to === null ? '' : ` to ${fullDate(to)}`
  if (weekday !== null) return `every ${WEEKDAY_NAMES[weekday]}${until}`
  return to === from ? fullDate(from) : to === null ? `from ${fullDate(from)} on` : `${fullDate(from)}${until}`
}

function entries({ name, zone, rolloverHour, daysOff, preferences }: Settings): [string, string][] {
  const { theme, textSize, buttons, timer, source, keysOn, keys } = preferences
  return [
    ['Name', name ?? 'none'],
    ['Time zone', zone],
    ['The day starts at', hourWords(rolloverHour)],
    ['Days off', daysOff.rests.map(restWords).join(', ') || 'none'],
    ['Answer buttons', buttonNames[buttons]],
    ['Time of the answer', onOff(timer)],
    ['Source with every answer', onOff(source)],
    ['Size of cards', textSizeNames[textSize]],
    ['Single keys', onOff(keysOn)],
    ...COMMANDS.map((command): [string, string] => [`Keys for “${COMMAND_NAMES[command]}”`, keys[command].map(capOf).join(', ') || 'none']),
    ['Theme', themeNames[theme]],
  ]
}

export type Difference = { name: string; there: string; here: string }

/** What two versions do not share, in the order of the page. */
export function differences(there: Settings, here: Settings): Difference[] {
  const others = new Map(entries(there))
  return entries(here).flatMap(([name, own]) => {
    const other = others.get(name) ?? ''
    return other === own ? [] : [{ name, there: other, here: own }]
  })
}

/** A zone by the one name that this browser knows it by: some have two. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return zone
  }
}

/** Whether two names mean the same zone. */
export const sameZone = (one: string, other: string): boolean => canonical(one) === canonical(other)

/** "It is Tuesday 24 November there, 08:41." */
export function thereWords(nowMs: number, zone: string): string {
  const at = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).formatToParts(nowMs)
  const part = (type: Intl.DateTimeFormatPartTypes) => at.find((found) => found.type === type)?.value ?? ''
  return `It is ${part('weekday')} ${part('day')} ${part('month')} there, ${part('hour')}:${part('minute')}.`
}
