// A card's row and its state: one mapper each way. Nullable columns stay on this side.

import type { CardState, Phase, StudyCard } from '#lib/core/card.ts'
import type { CardId, DeckId, EventId, NoteId, PresetVersionId } from '#lib/core/ids.ts'
import { dueOf } from '#lib/core/wire.ts'
import { Prisma } from './client.ts'
import { fromDay, fromTime, toDayOrNull } from './values.ts'

export type StateRow = {
  phase: string
  step: number | null
  dueDay: Date | null
  dueAt: Date | null
  position: number | null
  stability: number | null
  difficulty: number | null
  reps: number
  lapses: number
  firstDay: Date | null
  lastDay: Date | null
  suspended: boolean
  buriedUntilDay: Date | null
  flag: number
  marked: boolean
  head: string | null
}

export type StudyCardRow = StateRow & {
  id: string
  noteId: string
  deckId: string
  place: number
  presetVersion: string
}

/** Columns of a StudyCardRow, from "Card" c, "Deck" d and "Preset" p. */
export const STUDY_CARD_COLUMNS = Prisma.sql`
  c.id, c."noteId", c."deckId", c.place, p."currentVersionId" AS "presetVersion",
  c.phase, c.step, c."dueDay", c."dueAt", c.position, c.stability, c.difficulty, c.reps, c.lapses, c."firstDay", c."lastDay",
  c.suspended, c."buriedUntilDay", c.flag, c.marked, c.head`

export const STUDY_CARD_TABLES = Prisma.sql`
  "Card" c
  JOIN "Deck" d ON d."userId" = c."userId" AND d.id = c."deckId"
  JOIN "Preset" p ON p."userId" = d."userId" AND p.id = d."presetId"`

export function toState(row: StateRow): CardState {
  const { stability, difficulty } = row
  return {
    phase: row.phase as Phase,
    step: row.step,
    due: dueOf(toDayOrNull(row.dueDay), row.dueAt?.getTime() ?? null, row.position),
    memory: stability === null || difficulty === null ? null : { stability, difficulty },
    reps: row.reps,
    lapses: row.lapses,
    firstDay: toDayOrNull(row.firstDay),
    lastDay: toDayOrNull(row.lastDay),
    suspended: row.suspended,
    buriedUntilDay: toDayOrNull(row.buriedUntilDay),
    flag: row.flag,
    marked: row.marked,
    head: row.head as EventId | null,
  }
}

export function toStudyCard(row: StudyCardRow): StudyCard {
  return {
    id: row.id as CardId,
    noteId: row.noteId as NoteId,
    deckId: row.deckId as DeckId,
    presetVersion: row.presetVersion as PresetVersionId,
    place: row.place,
    state: toState(row),
  }
}

/** The columns that cache a state, as JSON that Postgres reads back by column name. */
export function fromState(state: CardState): Record<string, unknown> {
  const { due, memory } = state
  return {
    phase: state.phase,
    step: state.step,
    dueDay: 'dueDay' in due ? fromDay(due.dueDay) : null,
    dueAt: 'dueAt' in due ? fromTime(due.dueAt) : null,
    position: 'position' in due ? due.position : null,
    stability: memory?.stability ?? null,
    difficulty: memory?.difficulty ?? null,
    reps: state.reps,
    lapses: state.lapses,
    firstDay: fromDay(state.firstDay),
    lastDay: fromDay(state.lastDay),
    suspended: state.suspended,
    buriedUntilDay: fromDay(state.buriedUntilDay),
    flag: state.flag,
    marked: state.marked,
    head: state.head,
  }
}
