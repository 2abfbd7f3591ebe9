// The list as far as the browser has it: pages come as they are looked at, and those far away are let go.

import type { CardId } from '#lib/core/ids.ts'
import { type Found, type FoundRow, type Mark, PAGE_ROWS } from '#lib/core/search/found.ts'
import type { SearchFault } from '#lib/core/search/query.ts'
import { printSort, type Sort } from '#lib/core/search/sort.ts'
import { type Sent, send } from '../../_ui/send.ts'

export type Asked = { query: string; sort: Sort }

export const askedPath = ({ query, sort }: Asked): string => new URLSearchParams({ q: query, sort: printSort(sort) }).toString()

export function askFound(asked: Asked, signal: AbortSignal): Promise<Sent<Found>> {
  return send<Found>('GET', `/api/find?${askedPath(asked)}`, undefined, signal)
}

/** What is wrong with the search itself; null where something else is. */
export function faultOf(sent: Sent<Found>): SearchFault | null {
  return sent.ok ? null : ((sent.value['fault'] as SearchFault | undefined) ?? null)
}

/** So many pages are kept: a few thousand rows around what was looked at last. */
const KEPT_PAGES = 40
const AT_ONCE = 3
/** So long a page must stay in the window before it is asked for. */
const REST_MS = 40

/** The pages of one search: a store that tells whenever rows have come, or could not. */
export class FoundPages {
  readonly #pages = new Map<number, readonly FoundRow[]>()
  readonly #coming = new Map<number, Promise<boolean>>()
  /** What is still to be asked for, the latest wish first. */
  #wanted: number[] = []
  /** The first and last page that the window stands on. */
  #near: [number, number] = [-1, -1]
  #rest: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  #version = 0
  /** Why rows could not be loaded; null while all is well. */
  failed: string | null = null

  /** What the same list showed before it was read anew, until its pages are here. */
  private before: FoundPages | null

  constructor(
    readonly asked: Asked,
    readonly found: Found,
    before: FoundPages | null = null,
  ) {
    this.before = before
    if (before) before.before = null
    if (found.rows.length > 0) this.#pages.set(0, found.rows)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Another number than before whenever something changed. */
  readonly version = (): number => this.#version

  row(index: number): FoundRow | null {
    const page = Math.floor(index / PAGE_ROWS)
    const rows = this.#pages.get(page) ?? this.before?.kept(page)
    return rows?.[index % PAGE_ROWS] ?? null
  }

  private kept(page: number): readonly FoundRow[] | undefined {
    return this.#pages.get(page)
  }

  /**
   * Asks for the pages of these rows, and for their neighbours: by the time one scrolls there, they are here. What is flown past
   * is not asked for.
   */
  want(first: number, last: number): void {
    const [from, to] = [Math.floor(first / PAGE_ROWS), Math.floor(last / PAGE_ROWS)]
    if (from === this.#near[0] && to === this.#near[1]) return
    this.#near = [from, to]
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => {
      const near = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      this.#wanted = [...near, to + 1, from - 1].filter((page) => this.#lacks(page))
      this.#go()
    }, REST_MS)
  }

  /** Ids of these rows, loaded as far as they are not here; null where that failed. */
  async idsBetween(first: number, last: number): Promise<CardId[] | null> {
    const ids: CardId[] = []
    for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page++) {
      if (this.#lacks(page) && !(await this.#load(page))) return null
      const rows = this.#pages.get(page) ?? []
      ids.push(...rows.filter((_, at) => page * PAGE_ROWS + at >= first && page * PAGE_ROWS + at <= last).map((row) => row.id))
    }
    return ids
  }

  retry(): void {
    this.failed = null
    this.#go()
    this.#tell()
  }

  #lacks(page: number): boolean {
    return page >= 0 && page < this.found.marks.length && !this.#pages.has(page)
  }

  #go(): void {
    if (this.failed !== null) return
    for (const page of this.#wanted) {
      if (this.#coming.size >= AT_ONCE) return
      if (this.#lacks(page)) void this.#load(page).then(() => this.#go())
    }
  }

  #load(page: number): Promise<boolean> {
    const coming = this.#coming.get(page) ?? this.#fetch(page, this.found.marks[page])
    this.#coming.set(page, coming)
    return coming
  }

  async #fetch(page: number, mark: Mark | undefined): Promise<boolean> {
    const path = `/api/find?${askedPath(this.asked)}&${new URLSearchParams({ from: JSON.stringify(mark) }).toString()}`
    const sent = await send<{ rows: FoundRow[] }>('GET', path)
    this.#coming.delete(page)
    if (sent.ok) {
      this.#pages.delete(page)
      this.#pages.set(page, sent.value.rows)
      // The page that came first goes: a Map keeps the order in which its keys came.
      if (this.#pages.size > KEPT_PAGES) this.#pages.delete(this.#pages.keys().next().value ?? -1)
      // What is looked at may be what went.
      this.#near = [-1, -1]
    } else {
      this.failed = sent.message
    }
    this.#tell()
    return sent.ok
  }

  #tell(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}
