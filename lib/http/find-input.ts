// Reads what is asked of Find: a search with its order and page, and what is to be done with cards and tags.

import { z } from 'zod'
import type { CardId, DeckId } from '#lib/core/ids.ts'
import { type Mark, MOST_CHOSEN } from '#lib/core/search/found.ts'
import { LONGEST_QUERY } from '#lib/core/search/query.ts'
import { parseSort, type Sort } from '#lib/core/search/sort.ts'
import { cleanTag, LONGEST_TAG, MOST_TAGS } from '#lib/core/search/tags.ts'
import { id, line } from './fields.ts'

export type FindWords = { query: string; sort: Sort }

/** What cannot stand in a text of Postgres stands in no search. */
// oxlint-disable-next-line no-control-regex
const unstorable = /\u0000|\p{Surrogate}/gu

/** A search may be too long to be read: that is said where it is read. */
export function readFindWords(words: URLSearchParams): FindWords {
  const query = (words.get('q') ?? '').slice(0, LONGEST_QUERY + 1).replace(unstorable, '')
  return { query, sort: parseSort(words.get('sort')) }
}

const mark = z.tuple([
  z.union([
    z.number(),
    z
      .string()
      .max(1_000)
      .transform((text) => text.replace(unstorable, '')),
  ]),
  z.int().min(-2_000_000_000).max(2_000_000_000),
  id<string>(),
])

/** Null where it is none; `undefined` where none is given. */
export function readMark(words: URLSearchParams, { sort }: FindWords): Mark | null | undefined {
  const text = words.get('from')
  if (text === null) return undefined
  try {
    const read = mark.safeParse(JSON.parse(text))
    return read.success && fits(read.data[0], sort) ? read.data : null
  } catch {
    return null
  }
}

/** Times of JavaScript end here, and those of Postgres not much later. */
const LAST_MS = 8.64e15 / 100

function fits(key: number | string, { by }: Sort): boolean {
  if (by === 'text') return typeof key === 'string'
  return typeof key === 'number' && (by !== 'created' || Math.abs(key) <= LAST_MS)
}

const cards = z.array(id<CardId>()).max(MOST_CHOSEN)
const chosen = z.union([
  z.strictObject({ ids: cards }),
  z.strictObject({
    query: z
      .string()
      .max(LONGEST_QUERY)
      .transform((text) => text.replace(unstorable, '')),
    total: z.int().min(0),
    except: cards,
  }),
])
const tag = line(LONGEST_TAG)
  .transform(cleanTag)
  .refine((text) => text !== '')
const tags = z.array(tag).min(1).max(MOST_TAGS)
const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), deckId: id<DeckId>() }),
  z.object({ kind: z.literal('tag'), add: tags }),
  z.object({ kind: z.literal('untag'), remove: tags }),
  z.object({ kind: z.literal('suspend'), suspended: z.boolean() }),
  z.object({ kind: z.literal('delete') }),
])

export const bulkInput = z.object({ chosen, act })
export const renameTagInput = z.object({ from: z.string().max(1_000).transform(cleanTag), to: tag })
export const deleteTagInput = z.object({ tag: z.string().max(1_000).transform(cleanTag) })
