// Keeps the sums of a learner's days: what new events add and take back, in the transaction that stores them. Sums that were
// counted another way, or not at all, are made again from all events.

import type { AnswerEvent, StudyEvent } from '#lib/core/event.ts'
import { standingEvents } from '#lib/core/fold.ts'
import type { CardId, GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import { count, COUNTS_VERSION, type Sums } from '#lib/core/statistics/day-counts.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { cardsOfGroups, historyOf, lockCursor } from '#lib/db/ingest.ts'
import { presetVersions, type PresetVersionRow } from '#lib/db/presets.ts'
import { addToDays, answersAfter, clearDays, countedVersion, voidsOf } from '#lib/db/rollup-rows.ts'

type Versions = ReadonlyMap<PresetVersionId, PresetVersionRow>
type Answer = StudyEvent & AnswerEvent
type Ground = { versions: Versions; voided: ReadonlySet<GroupId> }

const isCounted = (event: StudyEvent): event is Answer => event.kind === 'answer' && !event.practice

/** Counts new events that are stored already. Undoing takes back what was counted, and undoing that counts it again. */
export async function countFresh(tx: Transaction, userId: UserId, fresh: StudyEvent[], ground: Ground): Promise<void> {
  const turned = await cardsTurned(tx, userId, fresh, ground.voided)
  const history = await historyOf(tx, userId, [...turned])
  const freshIds = new Set(fresh.map((event) => event.id))
  const before = standingEvents(history.filter((event) => !freshIds.has(event.id))).filter(isCounted)
  const after = standingEvents(history).filter(isCounted)
  const plain = fresh.filter(isCounted).filter((event) => !turned.has(event.cardId))
  const stoodBefore = new Set(before.map((event) => event.id))
  const standsAfter = new Set(after.map((event) => event.id))
  const added = [...plain, ...after.filter((event) => !stoodBefore.has(event.id))]
  const takenBack = before.filter((event) => !standsAfter.has(event.id))
  const versions = await withVersions(tx, userId, [...added, ...takenBack], ground.versions)
  const sums: Sums = new Map()
  for (const event of added) count(sums, event, parametersOf(event, versions))
  for (const event of takenBack) count(sums, event, parametersOf(event, versions), -1)
  await addToDays(tx, userId, sums)
}

/** Cards of which an answer may stand now that did not, or no longer: those that a void bears on. */
async function cardsTurned(tx: Transaction, userId: UserId, fresh: StudyEvent[], voided: ReadonlySet<GroupId>): Promise<Set<CardId>> {
  const targets = fresh.flatMap((event) => (event.kind === 'void' ? [event.target] : []))
  const late = fresh.flatMap((event) => (event.kind !== 'void' && voided.has(event.group) ? [event.cardId] : []))
  return new Set([...(await cardsOfGroups(tx, userId, targets)), ...late])
}

async function withVersions(
  tx: Transaction,
  userId: UserId,
  events: readonly { presetVersion: PresetVersionId }[],
  known: Versions,
): Promise<Versions> {
  const missing = events.map((event) => event.presetVersion).filter((id) => !known.has(id))
  return missing.length === 0 ? known : new Map([...known, ...(await presetVersions(tx, userId, missing))])
}

function parametersOf({ presetVersion }: { presetVersion: PresetVersionId }, versions: Versions): readonly number[] {
  const version = versions.get(presetVersion)
  if (!version) throw new Error(`The preset version ${presetVersion} of an answer that was saved is gone.`)
  return version.options.parameters
}

/** So many answers are read at a time. */
const PAGE = 20_000
/** A million answers take about twenty seconds. */
const REMAKE_MS = 120_000

/** Makes the sums again where they were not kept as this version counts. */
export async function ensureCounted(userId: UserId): Promise<void> {
  if ((await countedVersion(userId)) !== COUNTS_VERSION) await recountDays(userId)
}

/** Makes all sums of a learner again from their events. */
export async function recountDays(userId: UserId): Promise<void> {
  await inTransaction(async (tx) => {
    // Under the lock of ingest, so that no answer comes between.
    if ((await lockCursor(tx, userId)) !== null) await recount(tx, userId)
  }, REMAKE_MS)
}

/** The same within a transaction that holds the learner's lock. */
export async function recount(tx: Transaction, userId: UserId): Promise<void> {
  const voided = new Set(standingEvents(await voidsOf(tx, userId)).flatMap((event) => (event.kind === 'void' ? [event.target] : [])))
  const sums: Sums = new Map()
  let versions: Versions = new Map()
  let page = await answersAfter(tx, userId, 0, PAGE)
  for (; page.length > 0; page = await answersAfter(tx, userId, page.at(-1)?.cursor ?? 0, PAGE)) {
    versions = await withVersions(tx, userId, page, versions)
    for (const row of page) if (!voided.has(row.group)) count(sums, row, parametersOf(row, versions))
  }
  await clearDays(tx, userId, COUNTS_VERSION)
  await addToDays(tx, userId, sums)
}
