'use client'
// The cards that were found, as a grid of which only the window is drawn: a hundred thousand rows scroll as a hundred do. One stop
// of the Tab key; within it, keys walk and select.

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Columns } from './columns.tsx'
import { FoundRow, rowId } from './found-row.tsx'
import type { FoundPages } from './found-pages.ts'
import styles from './find.module.css'
import { isSelected, type Selection } from './selection.ts'
import { keepPlace, usePlace } from './use-place.ts'
import { useRowHeight } from './use-row-height.ts'
import { useTopOf } from './use-top-of.ts'

type Props = {
  pages: FoundPages
  selection: Selection
  /** One row, or all between two. */
  onSelect: (first: number, last: number, on: boolean) => void
  onAll: () => void
  onNone: () => void
  gridRef: RefObject<HTMLDivElement | null>
}

/** Space kept clear at both ends of the window: for what stands at its foot, and to see what comes. */
const CLEAR_PX = 140
/** What a window shows before it is known how high it is. */
const FIRST_WINDOW = { width: 1280, height: 900 }

export function FoundList({ pages, selection, onSelect, onAll, onNone, gridRef }: Props) {
  // The windower is an object that changes within; the compiler would hold on to what it said first.
  'use no memo'
  useSyncExternalStore(pages.subscribe, pages.version, pages.version)
  const router = useRouter()
  const { total, today } = pages.found
  const rowHeight = useRowHeight()
  const body = useRef<HTMLDivElement>(null)
  const [above, below] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const margin = useTopOf(body)
  const [active, setActive] = useState(-1)
  const anchor = useRef(-1)
  // oxlint-disable-next-line react/incompatible-library
  const windower = useWindowVirtualizer({
    count: total,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: margin,
    scrollPaddingStart: CLEAR_PX,
    scrollPaddingEnd: CLEAR_PX,
    initialRect: FIRST_WINDOW,
    useFlushSync: false,
  })
  useEffect(() => windower.measure(), [windower, rowHeight])
  const items = windower.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1]

  // What is not drawn takes its room all the same. By the object model, for the policy of the page forbids style attributes.
  useLayoutEffect(() => {
    if (above.current) above.current.style.height = `${first * rowHeight}px`
    if (below.current) below.current.style.height = `${Math.max(0, total - 1 - last) * rowHeight}px`
  })
  usePlace()
  useEffect(() => pages.want(first, last))

  const current = Math.min(active, total - 1)
  function goTo(index: number, extend: boolean) {
    const to = Math.max(0, Math.min(total - 1, index))
    if (extend) onSelect(Math.min(to, Math.max(0, current)), Math.max(to, Math.max(0, current)), true)
    setActive(to)
    windower.scrollToIndex(to, { align: 'auto' })
  }
  function tick(index: number, range: boolean) {
    const row = pages.row(index)
    if (range && anchor.current >= 0) onSelect(Math.min(anchor.current, index), Math.max(anchor.current, index), true)
    else onSelect(index, index, !(row && isSelected(selection, row.id)))
    anchor.current = index
    setActive(index)
  }
  const page = Math.max(1, Math.floor((windower.scrollRect?.height ?? 0) / rowHeight) - 4)
  const moves: Record<string, number> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: total - 1,
  }
  function leaveFor(path: `/cards/${string}` | `/notes/${string}`) {
    keepPlace()
    router.push(path)
  }
  function onKey(event: KeyboardEvent) {
    const { key } = event
    // A link or a box within the grid has keys of its own.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || event.altKey) return
    const row = pages.row(Math.max(0, current))
    const to = moves[key]
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') onAll()
    else if (event.ctrlKey || event.metaKey) return
    else if (to !== undefined) goTo(to, event.shiftKey)
    else if (key === ' ' || key === 'x') tick(Math.max(0, current), event.shiftKey)
    else if (key === 'Escape') onNone()
    else if (key === 'Enter' && row) leaveFor(`/cards/${row.id}`)
    else if (key === 'e' && row) leaveFor(`/notes/${row.noteId}`)
    else return
    event.preventDefault()
  }

  return (
    <>
      {pages.failed !== null && (
        <div className={styles.failed} role="alert">
          <p>{pages.failed}</p>
          <p className="do">
            <button type="button" onClick={() => pages.retry()}>
              Load the rows again
            </button>
          </p>
        </div>
      )}
      {/* A grid is one stop of the Tab key by its pattern: https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */}
      <div
        ref={gridRef}
        className={styles.grid}
        role="grid"
        tabIndex={0}
        aria-label="Cards found"
        aria-rowcount={total + 1}
        aria-multiselectable="true"
        aria-activedescendant={current >= first && current <= last ? rowId(current) : undefined}
        onKeyDown={onKey}
        onClickCapture={keepPlace}
        onFocus={(event) => {
          if (event.target === event.currentTarget && current < 0) setActive(Math.max(0, windower.range?.startIndex ?? 0))
        }}
      >
        <Columns
          all={selection.all && selection.ids.size === 0}
          some={selection.all || selection.ids.size > 0}
          onAll={onAll}
          onNone={onNone}
        />
        <div role="rowgroup" ref={body} className={styles.body}>
          <div ref={above} role="presentation" />
          {items.map(({ index }) => {
            const row = pages.row(index)
            return (
              <FoundRow
                key={index}
                row={row}
                index={index}
                today={today}
                selected={row ? isSelected(selection, row.id) : selection.all}
                active={index === current}
                onTick={tick}
                onPoint={setActive}
              />
            )
          })}
          <div ref={below} role="presentation" />
        </div>
      </div>
    </>
  )
}
