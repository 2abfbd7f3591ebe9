import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Found, type FoundRow, type Mark, PAGE_ROWS } from '#lib/core/search/found.ts'
import { USUAL_SORT } from '#lib/core/search/sort.ts'
import { FoundPages } from './found-pages.ts'

const TOTAL = 5_050
const rowAt = (index: number) => ({ id: `card-${index}`, front: `Row ${index}` }) as FoundRow
const rowsFrom = (first: number) => Array.from({ length: Math.min(PAGE_ROWS, TOTAL - first) }, (_, index) => rowAt(first + index))
const found: Found = {
  today: '2026-11-24',
  total: TOTAL,
  all: TOTAL,
  marks: Array.from({ length: Math.ceil(TOTAL / PAGE_ROWS) }, (_, page): Mark => [page * PAGE_ROWS, 0, 'id']),
  rows: rowsFrom(0),
}
const asked = { query: 'mri', sort: USUAL_SORT }

let answers: ((path: string) => Response | Promise<Response>)[]
let paths: string[]
const page = (path: string) => {
  const [key] = JSON.parse(new URLSearchParams(path.split('?')[1]).get('from') ?? '[]') as Mark
  return Response.json({ rows: rowsFrom(Number(key)) })
}

beforeEach(() => {
  answers = []
  paths = []
  vi.stubGlobal('fetch', async (path: string) => {
    paths.push(path)
    return (answers.shift() ?? page)(path)
  })
})
afterEach(() => vi.unstubAllGlobals())
const settled = () => vi.waitFor(() => new Promise((done) => setTimeout(done, 120)))

test('the first page is here; others come with their neighbours as they are looked at', async () => {
  const changed = vi.fn<() => void>()
  const pages = new FoundPages(asked, found)
  const leave = pages.subscribe(changed)
  expect(pages.row(7)?.front).toBe('Row 7')
  expect(pages.row(2_050)).toBeNull()
  pages.want(2_050, 2_070)
  await settled()
  expect(pages.row(2_050)?.front).toBe('Row 2050')
  expect(pages.row(2_150)?.front).toBe('Row 2150')
  expect(pages.row(1_950)?.front).toBe('Row 1950')
  expect(paths).toHaveLength(3)
  expect(changed).toHaveBeenCalledTimes(3)
  expect(pages.version()).toBe(3)
  leave()
  pages.want(2_050, 2_070)
  await settled()
  expect(paths).toHaveLength(3)
})

test('whoever scrolls past asks for what they stop at, not for all on the way', async () => {
  const pages = new FoundPages(asked, found)
  for (let first = 100; first < 5_000; first += 100) pages.want(first, first + 20)
  await settled()
  expect(pages.row(4_900)).not.toBeNull()
  expect(paths).toHaveLength(3)
})

test('at the end there is no page beyond', async () => {
  const pages = new FoundPages(asked, found)
  pages.want(TOTAL - 10, TOTAL - 1)
  await settled()
  expect(pages.row(TOTAL - 1)?.front).toBe(`Row ${TOTAL - 1}`)
  expect(pages.row(TOTAL)).toBeNull()
  expect(paths).toHaveLength(2)
})

test('a page that cannot be had is told of, and is asked for again when told to', async () => {
  answers = Array.from({ length: 3 }, () => () => Promise.reject(new TypeError('away')))
  const pages = new FoundPages(asked, found)
  pages.want(1_000, 1_020)
  await settled()
  expect(pages.failed).toMatch(/cannot be reached/)
  expect(await pages.idsBetween(1_000, 1_001)).toEqual(['card-1000', 'card-1001'])
  pages.retry()
  await settled()
  expect(pages.failed).toBeNull()
  expect(pages.row(1_150)).not.toBeNull()
})

test('rows between two are loaded to be selected, across pages', async () => {
  const pages = new FoundPages(asked, found)
  const ids = await pages.idsBetween(95, 310)
  expect(ids).toHaveLength(216)
  expect(ids?.[0]).toBe('card-95')
  expect(ids?.at(-1)).toBe('card-310')
})

test('far pages are let go, and a list that is read anew shows what it showed until it is here', async () => {
  const pages = new FoundPages(asked, found)
  await pages.idsBetween(0, TOTAL - 1)
  expect(pages.row(5)).toBeNull()
  expect(pages.row(TOTAL - 1)).not.toBeNull()
  const anew = new FoundPages(asked, found, pages)
  expect(anew.row(TOTAL - 1)?.front).toBe(`Row ${TOTAL - 1}`)
})
