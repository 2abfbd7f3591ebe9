'use client'
// A table or a list becomes notes: pasted, looked at row by row, and added in one act.

import Link from 'next/link'
import { type DragEvent, useDeferredValue, useRef, useState } from 'react'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import { MOST_ADDED } from '#lib/core/note/limits.ts'
import type { DeckChoice } from '#lib/core/note/view.ts'
import { decodeText } from '#lib/core/paste/decode.ts'
import { MOST_PASTED, type PasteChoices, plainLines, readPaste } from '#lib/core/paste/read.ts'
import { judge, type Judged, type Picked, toAdd } from '#lib/core/paste/verdict.ts'
import { count } from '../../../../_ui/words.ts'
import { useDraft } from '../../../_note/use-draft.ts'
import { UndoToast } from '../../../undo-toast.tsx'
import { Choices } from './choices.tsx'
import styles from './paste.module.css'
import { leftOutWords, tallyOf, tallyWords } from './paste-words.ts'
import { Rows } from './rows.tsx'
import { type Added, useAdd } from './use-add.ts'
import { useAsked } from './use-asked.ts'

type Pasted = { text: string; chosen: PasteChoices; picked: Picked; deckId: DeckId }

const AS_FOUND: PasteChoices = { separator: null, header: null, columns: null, kind: null }
const NOTHING = { text: '', chosen: AS_FOUND, picked: {} }
const MOST_BYTES = 8_000_000

type Show = 'all' | 'new' | 'rest'

export function Paste({ learner, into, decks }: { learner: UserId; into: DeckId; decks: readonly DeckChoice[] }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [pasted, setPasted] = useState<Pasted>({ ...NOTHING, deckId: into })
  const [before, setBefore] = useState<Pasted | null>(null)
  const [show, setShow] = useState<Show>('all')
  const [said, setSaid] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [added, setAdded] = useState<(Added & { pasted: Pasted; undone: boolean }) | null>(null)
  const draft = useDraft<Pasted>(learner, `paste:${into}`, pasted.text === '' ? null : pasted, (found) => {
    setPasted({ ...found, deckId: decks.some(({ id }) => id === found.deckId) ? found.deckId : into })
    setSaid('What you pasted is still here.')
  })

  const { chosen, deckId } = pasted
  const text = useDeferredValue(pasted.text)
  const tooLong = text.length > MOST_PASTED
  const paste = readPaste(tooLong ? '' : text, chosen)
  const asked = useAsked(deckId, paste.rows)
  const { add, bare, error, clearError } = useAdd(deckId)
  const rows = judge(paste.rows, asked.keys, bare, pasted.picked)
  const tally = tallyOf(rows)
  const notes = toAdd(rows)
  const cards = notes.reduce((sum, one) => sum + one.cards, 0)
  const shown = rows.filter(({ verdict }) => show === 'all' || (show === 'new') === (verdict === 'new'))
  const limit = limitWords(tooLong, paste.count)

  function change(part: Partial<Pasted>) {
    setPasted((now) => ({ ...now, ...part }))
    setFault(null)
    clearError()
    setSaid('')
  }

  /** Another text, read afresh; the one that stood there can be put back. */
  function replace(next: Pasted) {
    setBefore(pasted.text === '' ? null : pasted)
    setAdded(null)
    setShow('all')
    change(next)
    if (next.text === '') void draft.clear()
    field.current?.focus()
  }

  async function take(file: File | undefined) {
    if (!file) return
    if (file.size > MOST_BYTES) return setFault(`${file.name} is larger than 8 MB. Part it, then choose the first part.`)
    const read = decodeText(new Uint8Array(await file.arrayBuffer()))
    if (read === null) return setFault(`${file.name} is no text. Save the table as CSV in the program that made it, then choose that.`)
    replace({ ...NOTHING, deckId, text: plainLines(read) })
    setSaid(`${file.name} was read.`)
  }

  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files
    if (!file) return
    event.preventDefault()
    void take(file)
  }

  function mend({ start, end }: Judged) {
    const area = field.current
    if (!area) return
    // A field that takes the focus shows where its caret stands.
    area.blur()
    area.setSelectionRange(start, start)
    area.focus()
    area.setSelectionRange(start, end)
    area.scrollIntoView({ block: 'center' })
  }

  async function submit() {
    // What is drawn may be older than what stands in the field.
    const read = readPaste(pasted.text.length > MOST_PASTED ? '' : pasted.text, pasted.chosen)
    const tooMany = limitWords(pasted.text.length > MOST_PASTED, read.count)
    if (tooMany !== null) return setFault(tooMany)
    const keys = await asked.settle(read.rows)
    if (keys === null) return
    const wanted = toAdd(judge(read.rows, keys, bare, pasted.picked))
    if (wanted.length === 0) return setFault('There is no row to add yet.')
    const done = await add(wanted)
    if (!done) return
    asked.forget()
    setAdded({ ...done, pasted, undone: false })
    setBefore(null)
    await draft.clear()
    // What was pasted while it was sent stays.
    setPasted((now) => (now.text === pasted.text ? { ...now, ...NOTHING } : now))
    field.current?.focus()
  }

  const deckName = (id: DeckId) => decks.find((deck) => deck.id === id)?.name ?? ''
  return (
    <main id="main" className="page">
      <div className="sec open">
        <p className={`label ${styles.up}`}>
          <Link href={`/decks/${into}`}>{deckName(into)}</Link>
        </p>
        <div className="in">
          <div className={styles.top}>
            <h1 className="title">Paste rows</h1>
            <div className={styles.picker}>
              <label htmlFor="deck">Into deck</label>
              <select className="inp" id="deck" value={deckId} onChange={(event) => change({ deckId: event.target.value as DeckId })}>
                {decks.map((deck) => (
                  <option key={deck.id} value={deck.id}>
                    {deck.name}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <p className="lead muted">
            From a table, a list, or lines of <span className="nowrap">“question :: answer”</span>.
          </p>
        </div>
        <p className={`note ${styles.aside}`}>Nothing is added until you say so.</p>
      </div>
      <section className="sec rule" aria-labelledby="pasted">
        <h2 className="label" id="pasted">
          Pasted
        </h2>
        <div className="in">
          <div className={styles.labelRow}>
            <label htmlFor="rows">Rows</label>
            <label className={styles.tool}>
              Choose a file
              <input
                className="vh"
                type="file"
                accept=".csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values"
                aria-label="Choose a file of rows"
                onChange={(event) => {
                  void take(event.target.files?.[0])
                  event.target.value = ''
                }}
              />
            </label>
          </div>
          <textarea
            ref={field}
            className={`inp ${styles.area}`}
            id="rows"
            spellCheck={false}
            value={pasted.text}
            aria-describedby="rows-hint rows-fault"
            onChange={(event) => change({ text: plainLines(event.target.value) })}
            onDrop={drop}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
              event.preventDefault()
              void submit()
            }}
          />
          <p className="hint" id="rows-hint">
            {draft.kept && pasted.text !== '' ? 'Kept on this device until it is added. ' : ''}
            Markdown works as in the editor; a CSV or text file can be dropped here.
          </p>
          <p className="hint" role="status">
            {said}
          </p>
          <p className="err" id="rows-fault" role="alert">
            {fault ?? limit}
          </p>
          {before && (
            <p className="do">
              <button type="button" onClick={() => replace(before)}>
                Put back what stood here
              </button>
            </p>
          )}
          {paste.count > 0 && <Choices paste={paste} chosen={chosen} onChoose={(part) => change({ chosen: { ...chosen, ...part } })} />}
        </div>
      </section>
      {added && !added.undone && pasted.text === '' && (
        <section className="sec rule" aria-labelledby="added">
          <h2 className="label" id="added">
            Added
          </h2>
          <div className="in" role="status">
            <p className={styles.big}>
              {count(added.notes, 'note')}, {count(added.cards, 'card')}
            </p>
            <p>
              They stand in <Link href={`/decks/${added.pasted.deckId}#notes`}>{deckName(added.pasted.deckId)}</Link>. The next rows can be
              pasted.
            </p>
          </div>
        </section>
      )}
      {paste.count > 0 && (
        <section className="sec rule" aria-labelledby="outcome">
          <h2 className="label" id="outcome">
            What will happen
          </h2>
          <div className="wide">
            <div className={styles.sum} role="status">
              <p className={styles.big}>
                {count(notes.length, 'new note')}, {count(cards, 'card')}
              </p>
              <p>{tallyWords(tally)}</p>
            </div>
            {asked.message && (
              <p className="err" role="alert">
                Whether the deck asks some of this already is not known. {asked.message}
              </p>
            )}
            <div className={styles.picker}>
              <label htmlFor="show">Show</label>
              <select className="inp" id="show" value={show} onChange={(event) => setShow(showOf(event.target.value))}>
                <option value="all">All rows, {rows.length.toLocaleString('en-GB')}</option>
                <option value="new">New, {tally.new.toLocaleString('en-GB')}</option>
                <option value="rest">Left out, {(rows.length - tally.new).toLocaleString('en-GB')}</option>
              </select>
            </div>
            <Rows
              key={show}
              rows={shown}
              kind={paste.kind}
              onPick={(row, choice) => change({ picked: { ...pasted.picked, [row.key]: choice } })}
              onMend={mend}
            />
          </div>
        </section>
      )}
      {pasted.text !== '' && (
        <div className={`sec ${styles.bar}`}>
          <div className={`in ${styles.barIn}`}>
            <button className="btn btn-main" type="button" onClick={() => void submit()}>
              Add {count(notes.length, 'note')}{' '}
              <kbd className="keys-only" aria-hidden="true">
                Ctrl Enter
              </kbd>
            </button>
            <button className="btn btn-quiet" type="button" onClick={() => replace({ ...NOTHING, deckId })}>
              Start again
            </button>
            <p className="hint">One act, one undo. {leftOutWords(tally)}</p>
            <p className="err" role="alert">
              {error}
            </p>
          </div>
        </div>
      )}
      {added && (
        <UndoToast
          key={added.change}
          words={`Added ${count(added.notes, 'note')}.`}
          undone="They are gone again; what you pasted is back."
          change={added.change}
          onUndone={() => {
            asked.forget()
            setAdded({ ...added, undone: true })
            if (pasted.text === '') setPasted(added.pasted)
          }}
        />
      )}
    </main>
  )
}

const showOf = (word: string): Show => (word === 'new' || word === 'rest' ? word : 'all')

/** Why a paste is too large; null: it is not. */
function limitWords(tooLong: boolean, rows: number): string | null {
  if (tooLong) return `This is longer than ${MOST_PASTED.toLocaleString('en-GB')} characters. Paste it in parts.`
  if (rows <= MOST_ADDED) return null
  return `These are ${count(rows, 'row')}. At most ${MOST_ADDED.toLocaleString('en-GB')} can be added at once: paste them in parts.`
}
