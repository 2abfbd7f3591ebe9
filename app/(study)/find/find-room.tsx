'use client'
// Find: the search, what it can be narrowed to, the list, and what is done with what is selected in it.

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { type BulkAct, type BulkDone, type FindAnswer, MOST_CHOSEN, type Narrowings } from '#lib/core/search/found.ts'
import { parseQuery } from '#lib/core/search/parse.ts'
import { printQuery, toggled } from '#lib/core/search/query.ts'
import { parseSort, printSort } from '#lib/core/search/sort.ts'
import { send } from '../../_ui/send.ts'
import { Toast } from '../review/toast.tsx'
import toasts from '../undo-toast.module.css'
import { UndoToast } from '../undo-toast.tsx'
import { ActsBar } from './acts-bar.tsx'
import { Ask } from './ask.tsx'
import { FoundList } from './found-list.tsx'
import type { Asked, FoundPages } from './found-pages.ts'
import { doneWords, ORDER_WORDS } from './find-words.ts'
import styles from './find.module.css'
import { Narrow } from './narrow.tsx'
import { SearchField } from './search-field.tsx'
import { Nothing, Summary } from './summary.tsx'
import { ALL, chosenOf, countSelected, NONE, select, type Selection } from './selection.ts'
import { TagActs } from './tag-acts.tsx'
import { addressOf, useFind } from './use-find.ts'
import { WordsHelp } from './words-help.tsx'

/** An act on a hundred thousand cards takes some seconds. */
const PATIENCE_MS = 120_000

const TOO_MANY = `At most ${MOST_CHOSEN.toLocaleString('en-GB')} cards are selected one by one. Narrow the search, and select all of it.`

type Said = { words: string; change: string | null }

export function FindRoom({ initial, answer, narrowings }: { initial: Asked; answer: FindAnswer; narrowings: Narrowings }) {
  const router = useRouter()
  const find = useFind(initial, answer)
  const { pages, asked } = find
  const field = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<{ address: string; selection: Selection }>({ address: '', selection: NONE })
  const [said, setSaid] = useState<Said | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [narrowing, setNarrowing] = useState(false)
  // What was selected in one list says nothing of another.
  const address = pages ? addressOf(pages.asked) : ''
  const selection = held.address === address ? held.selection : NONE
  const total = pages?.found.total ?? 0
  const selected = countSelected(selection, total)

  function hold(next: Selection) {
    setError(null)
    setSaid(null)
    setHeld({ address, selection: next })
  }
  async function selectRows(list: FoundPages, first: number, last: number, on: boolean) {
    if (last - first >= MOST_CHOSEN) return setError(TOO_MANY)
    const row = first === last ? list.row(first) : null
    const ids = row ? [row.id] : await list.idsBetween(first, last)
    if (!ids) return
    if (select(selection, ids, on).ids.size > MOST_CHOSEN) return setError(TOO_MANY)
    setError(null)
    setSaid(null)
    // Keys that are held down come faster than this is drawn.
    setHeld((before) => ({ address, selection: select(before.address === address ? before.selection : NONE, ids, on) }))
  }
  /** The bar of acts goes, and what had the focus in it. */
  function selectNone() {
    hold(NONE)
    grid.current?.focus({ preventScroll: true })
  }
  function refresh() {
    setHeld({ address, selection: NONE })
    grid.current?.focus({ preventScroll: true })
    find.again()
    router.refresh()
  }
  async function act(one: BulkAct, deck: string) {
    if (!pages) return
    setBusy(true)
    setError(null)
    const chosen = chosenOf(selection, pages.asked.query, total)
    const sent = await send<BulkDone>('POST', '/api/find/acts', { chosen, act: one }, AbortSignal.timeout(PATIENCE_MS))
    setBusy(false)
    if (!sent.ok) {
      setError(sent.message)
      if (sent.code === 'stale') find.again()
      return
    }
    setSaid({ words: doneWords(one, sent.value, deck), change: sent.value.change })
    refresh()
  }
  const narrow = (onChosen: () => void) => (
    <Narrow
      narrowings={narrowings}
      asked={asked}
      onGo={(query) => {
        onChosen()
        find.go(query)
      }}
      tagActs={(tag) => (
        <TagActs
          tag={tag}
          onDone={({ change, words, to }) => {
            onChosen()
            setSaid({ change, words })
            const without = toggled(parseQuery(asked.query).terms, { not: false, kind: 'tag', name: tag })
            find.go(printQuery(to === null ? without : [...without, { not: false, kind: 'tag', name: to }]))
            router.refresh()
          }}
        />
      )}
    />
  )

  return (
    <>
      <div className={styles.side}>
        <h1 className={`title ${styles.title}`}>Find</h1>
        <nav className={styles.facets} aria-label="Narrow the search">
          {narrow(() => undefined)}
        </nav>
      </div>
      <div className={styles.mid}>
        <SearchField text={find.text} fault={find.fault} fieldRef={field} onType={find.type} onGo={find.go} />
        {find.failed !== null && (
          <div className={styles.failed} role="alert">
            <p>{find.failed}</p>
            <p className="do">
              <button type="button" onClick={find.again}>
                Try again
              </button>
            </p>
          </div>
        )}
        <div className={styles.sum}>
          <p role="status" aria-busy={find.looking}>
            <Summary pages={pages} stale={find.fault !== null || find.failed !== null} />
          </p>
          <div className={`do ${styles.tools}`}>
            <label className={styles.order}>
              <span className="vh">Order</span>
              <select value={printSort(asked.sort)} onChange={(event) => find.go(find.text, parseSort(event.target.value))}>
                {ORDER_WORDS.map(({ sort, words }) => (
                  <option key={words} value={printSort(sort)}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" className={styles.narrowOpen} onClick={() => setNarrowing(true)}>
              Narrow
            </button>
            <WordsHelp />
          </div>
        </div>
      </div>
      <div className={styles.list} aria-busy={find.looking}>
        {error !== null && selected === 0 && (
          <p className="err" role="alert">
            {error}
          </p>
        )}
        {pages && total > 0 && (
          <FoundList
            key={address}
            pages={pages}
            selection={selection}
            onSelect={(first, last, on) => void selectRows(pages, first, last, on)}
            onAll={() => hold(ALL)}
            onNone={() => hold(NONE)}
            gridRef={grid}
          />
        )}
        {pages && total === 0 && <Nothing all={pages.found.all} onClear={() => find.go('')} />}
        {selected > 0 && (
          <ActsBar
            selected={selected}
            total={total}
            whole={selected === total}
            narrowings={narrowings}
            busy={busy}
            error={error}
            onAct={(one, deck) => void act(one, deck)}
            onAll={() => hold(ALL)}
            onNone={selectNone}
          />
        )}
      </div>
      {narrowing && (
        <Ask title="Narrow the search" onClose={() => setNarrowing(false)}>
          <div className={styles.narrow}>{narrow(() => setNarrowing(false))}</div>
          <p className="acts">
            <button className="btn btn-quiet" type="button" onClick={() => setNarrowing(false)}>
              Close
            </button>
          </p>
        </Ask>
      )}
      {said?.change && <UndoToast key={said.change} words={said.words} change={said.change} onUndone={refresh} />}
      {said && said.change === null && (
        <div className={toasts.toast} role="status">
          <Toast words={said.words} onUndo={null} onClose={() => setSaid(null)} />
        </div>
      )}
    </>
  )
}
