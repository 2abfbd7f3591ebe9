// The interval printed on a button is the interval applied, for each rating, in learning and out of it.

import type { WireCardState } from '#lib/core/wire.ts'
import { expect, test } from './fixtures.ts'
import { expectActs, openReview, queueOf, rating, type RatingName, showAnswer } from './review.ts'

const UNIT_MS = { second: 1_000, minute: 60_000, hour: 3_600_000 } as const

/** What a button's name promises, as the server would store it relative to the answer. */
function promised(label: string): { ms: number } | { days: number } {
  const [, number, unit] = /([\d.]+)\s(second|minute|hour|day)s?$/.exec(label) ?? []
  if (unit === 'day') return { days: Number(number) }
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return { ms: Number(number) * UNIT_MS[unit] }
  throw new Error(`The button "${label}" names no wait.`)
}

/** What the server's state of the card says, relative to its answer. */
function applied({ dueDay, dueAt }: WireCardState, { at, studyDay }: { at: string; studyDay: string }) {
  if (dueAt !== null) return { ms: Date.parse(dueAt) - Date.parse(at) }
  return { days: (Date.parse(dueDay ?? '') - Date.parse(studyDay)) / 86_400_000 }
}

for (const name of ['Again', 'Hard', 'Good', 'Easy'] satisfies RatingName[]) {
  test(`${name} applies what its button says`, async ({ page, guest }) => {
    await openReview(page)
    await showAnswer(page).click()
    const button = rating(page, name)
    const label = (await button.getAttribute('aria-label')) ?? ''
    await expect(button).toHaveAccessibleName(name === 'Hard' ? /^Hard, recalled with effort, [\d.]+\s/ : new RegExp(`^${name}, \\d+\\s`))
    await button.click()
    await expectActs(page.request, 1)
    const { touched, learner } = await queueOf(page.request)
    expect(learner).toBe(guest.learner.id)
    const [{ card, events } = { card: undefined, events: [] }] = touched
    const [event] = events
    if (!card || event?.kind !== 'answer') throw new Error('The server has the answer.')
    const wait = applied(card.state, event)
    expect(wait).toEqual(promised(label))
    expect(wait).toEqual('ms' in event.next ? { ms: event.next.ms } : 'days' in event.next ? { days: event.next.days } : null)
  })
}
