// Learners of a size, written straight into the database: what is measured is reading them.

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { fromDay } from '#lib/db/values.ts'
import type { StudyDay } from '#lib/core/day.ts'
import { DEFAULT_OPTIONS } from '#lib/core/options.ts'
import type { UserId } from '#lib/core/ids.ts'

export type Size = { cards: number; due: number }

/** A learner with one deck: `due` cards are due today, a fifth are new, the others come in the next year. */
export async function fillLearner(client: Client, today: StudyDay, { cards, due }: Size): Promise<UserId> {
  const [user, preset, version, deck] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const run = (text: string, values: unknown[]) => client.query(text, values)
  await run(`INSERT INTO "User" (id, guest, zone, "createdAt") VALUES ($1, true, 'UTC', '2026-01-01')`, [user])
  await run(`INSERT INTO "Cursor" ("userId") VALUES ($1)`, [user])
  await run(`INSERT INTO "Preset" ("userId", id, name, "currentVersionId", "createdAt") VALUES ($1, $2, 'Default', $3, '2026-01-01')`, [
    user,
    preset,
    version,
  ])
  await run(`INSERT INTO "PresetVersion" ("userId", id, "presetId", options, "createdAt") VALUES ($1, $2, $3, $4, '2026-01-01')`, [
    user,
    version,
    preset,
    DEFAULT_OPTIONS,
  ])
  await run(`INSERT INTO "Deck" ("userId", id, "presetId", name, "createdAt") VALUES ($1, $2, $3, 'Deck', '2026-01-01')`, [
    user,
    deck,
    preset,
  ])
  await run(
    `INSERT INTO "Note" ("userId", id, fields, "createdAt", "updatedAt")
     SELECT $1::uuid, md5($1::uuid::text || n)::uuid, jsonb_build_object('card.front', 'Which fact is number ' || n || '?', 'card.back', 'Fact ' || n), '2026-01-01', '2026-01-01'
     FROM generate_series(1, $2::int) AS n`,
    [user, cards],
  )
  await run(
    `INSERT INTO "Card" ("userId", id, "noteId", "deckId", key, kind, "factIds", place, phase, "dueDay", position, stability, difficulty, reps, "firstDay", "lastDay", "parametersId", "createdAt")
     SELECT $1::uuid, md5('card' || $1::uuid::text || n)::uuid, md5($1::uuid::text || n)::uuid, $2::uuid, 'card', 'question', '{}', n,
       CASE WHEN fresh THEN 'new' ELSE 'review' END,
       CASE WHEN fresh THEN NULL WHEN n <= $4::int THEN $5::date - n % 30 ELSE $5::date + 1 + n % 365 END,
       CASE WHEN fresh THEN n END,
       CASE WHEN NOT fresh THEN 30 END, CASE WHEN NOT fresh THEN 5 END, CASE WHEN fresh THEN 0 ELSE 4 END,
       CASE WHEN NOT fresh THEN $5::date - 100 END, CASE WHEN NOT fresh THEN $5::date - 30 END, CASE WHEN NOT fresh THEN $6::uuid END, '2026-01-01'
     FROM (SELECT n, n > $3::int * 4 / 5 AS fresh FROM generate_series(1, $3::int) AS n) AS numbered`,
    [user, deck, cards, due, fromDay(today), version],
  )
  return user as UserId
}
