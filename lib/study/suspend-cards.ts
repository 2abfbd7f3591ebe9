// A learner suspends cards, or releases them: one mark each, all of one group, so that one undo takes them all back.

import { v7 as uuidv7 } from 'uuid'
import { studyDayOf } from '#lib/core/day.ts'
import type { MarkEvent, Stamp, StudyEvent } from '#lib/core/event.ts'
import { suspendedCards } from '#lib/core/fold/suspended.ts'
import type { DeviceId, EventId, GroupId } from '#lib/core/ids.ts'
import type { Chosen } from '#lib/core/search/found.ts'
import { insertChange } from '#lib/db/changes.ts'
import type { Transaction } from '#lib/db/client.ts'
import { groupTimes, writeBatch } from '#lib/db/ingest.ts'
import { cardsOfGroup, lastSuspensionAt, setSuspended, suspensionsOf } from '#lib/db/suspensions.ts'
import { type Bulk, nothingDone, onChosen } from './choose-cards.ts'
import type { Learner } from './learner.ts'

/** Events written in one statement. */
const AT_ONCE = 2_000

export function suspendCards(learner: Learner, now: number, chosen: Chosen, suspended: boolean): Promise<Bulk> {
  return onChosen(learner, now, chosen, async (tx, cards, cursor) => {
    const ids = cards.filter((card) => card.suspended !== suspended).map((card) => card.id)
    if (ids.length === 0) return nothingDone(cards.length)
    const group = uuidv7() as GroupId
    const at = Math.max(now, 1 + ((await lastSuspensionAt(tx, learner.id, ids)) ?? 0))
    const made = madeByServer(learner, group, at)
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const marks = ids.slice(from, from + AT_ONCE).map((cardId, index): StudyEvent & MarkEvent => {
        const nth = from + index
        return { ...made, id: uuidv7() as EventId, seq: nth, cursor: cursor + nth + 1, kind: 'mark', cardId, suspended }
      })
      await writeBatch(tx, learner.id, cursor + from + marks.length, marks, [])
    }
    await setSuspended(tx, learner.id, ids, suspended, cursor + ids.length)
    await insertChange(tx, learner.id, { id: group, kind: 'suspend-cards', subject: group, before: {}, at: now })
    const notes = new Set(cards.map((card) => card.noteId)).size
    return { ok: true, done: { change: group, cards: ids.length, notes, passed: cards.length - ids.length } }
  })
}

/** Voids the act: each card is suspended or not as its other events say. `cursor`: the number of the event that does it. */
export async function takeBackSuspension(tx: Transaction, learner: Learner, now: number, group: GroupId, cursor: number): Promise<void> {
  const cards = await cardsOfGroup(tx, learner.id, group)
  const at = Math.max(now, 1 + ((await groupTimes(tx, learner.id, [group])).get(group) ?? 0))
  const id = uuidv7()
  const made = madeByServer(learner, id as GroupId, at)
  await writeBatch(tx, learner.id, cursor, [{ ...made, id: id as EventId, seq: 0, cursor, kind: 'void', target: group }], [])
  const suspended = suspendedCards(await suspensionsOf(tx, learner.id, cards))
  const released = cards.filter((card) => !suspended.has(card))
  await setSuspended(tx, learner.id, [...suspended], true, cursor)
  await setSuspended(tx, learner.id, released, false, cursor)
}

/** Each act of the server's is a device of its own, named as its group is: by that a review knows not to take it back. */
function madeByServer({ zone, rolloverHour }: Learner, group: GroupId, at: number) {
  const stamp: Omit<Stamp, 'cursor'> = { at, studyDay: studyDayOf(at, zone, rolloverHour) }
  return { group, device: group as string as DeviceId, claimedAt: at, zone, rolloverHour, ...stamp }
}
