'use client'
// A table or a list becomes notes: pasted, looked at row by row, and added in one act.

import Link from 'next/link'
import { useRef } from 'react'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import type { DeckChoice } from '#lib/core/note/view.ts'
import { type Judged, toAdd } from '#lib/core/paste/verdict.ts'
import { count } from '../../../../_ui/words.ts'
import { UndoToast } from '../../../undo-toast.tsx'
import { Choices } from './choices.tsx'
import { Outcome } from './outcome.tsx'
import styles from './paste.module.css'
import { leftOutWords, tallyOf } from './paste-words.ts'
import { PastedField } from './pasted-field.tsx'
import { usePaste } from './use-paste.ts'

type Props = { learner: UserId; into: DeckId; decks: readonly DeckChoice[] }

export function Paste({ learner, into, decks }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { pasted, paste, rows, before, added, ...more } = usePaste(learner, into, decks)
  const nameOf = (id: DeckId) => decks.find((deck) => deck.id === id)?.name ?? ''
  const focus = () => field.current?.focus()

  const submit = async () => {
    if (await more.submit()) focus()
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

  return (
    <main id="main" className="page">
      <div className="sec open">
        <p className={`label ${styles.up}`}>
          <Link href={`/decks/${into}`}>{nameOf(into)}</Link>
        </p>
        <div className="in">
          <div className={styles.top}>
            <h1 className="title">Paste rows</h1>
            <div className={styles.picker}>
              <label htmlFor="deck">Into deck</label>
              <select
                className="inp"
                id="deck"
                value={pasted.deckId}
                onChange={(event) => more.change({ deckId: event.target.value as DeckId })}
              >
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
          <PastedField
            fieldRef={field}
            text={pasted.text}
            kept={more.kept}
            said={more.said}
            fault={more.fault}
            onWrite={(text) => more.change({ text })}
            onTake={(text, words) => {
              more.replace({ text }, words)
              focus()
            }}
            onRefuse={more.refuse}
            onSubmit={() => void submit()}
            onPutBack={before && (() => more.replace(before))}
          />
          {paste.count > 0 && (
            <Choices paste={paste} chosen={pasted.chosen} onChoose={(part) => more.change({ chosen: { ...pasted.chosen, ...part } })} />
          )}
        </div>
      </section>
      {added && !added.undone && pasted.text === '' && (
        <Added notes={added.notes} cards={added.cards} deckId={added.pasted.deckId} name={nameOf(added.pasted.deckId)} />
      )}
      {paste.count > 0 && (
        <Outcome
          rows={rows}
          kind={paste.kind}
          unknown={more.unknown}
          onPick={(row, choice) => more.change({ picked: { ...pasted.picked, [row.key]: choice } })}
          onMend={mend}
        />
      )}
      {pasted.text !== '' && (
        <Decision
          rows={rows}
          error={more.error}
          adding={more.adding}
          onAdd={() => void submit()}
          onStartAgain={() => {
            more.replace({})
            focus()
          }}
        />
      )}
      {added && (
        <UndoToast
          key={added.change}
          words={`Added ${count(added.notes, 'note')}.`}
          undone="They are gone again; what you pasted is back."
          change={added.change}
          onUndone={more.onUndone}
        />
      )}
    </main>
  )
}

function Added({ notes, cards, deckId, name }: { notes: number; cards: number; deckId: DeckId; name: string }) {
  return (
    <section className="sec rule" aria-labelledby="added">
      <h2 className="label" id="added">
        Added
      </h2>
      <div className={`in ${styles.added}`} role="status">
        <p className={styles.big}>
          {count(notes, 'note')}, {count(cards, 'card')}
        </p>
        <p>
          They stand in <Link href={`/decks/${deckId}#notes`}>{name}</Link>. The next rows can be pasted.
        </p>
      </div>
    </section>
  )
}

type DecisionProps = { rows: readonly Judged[]; error: string | null; adding: boolean; onAdd: () => void; onStartAgain: () => void }

function Decision({ rows, error, adding, onAdd, onStartAgain }: DecisionProps) {
  return (
    <div className={`sec ${styles.bar}`}>
      <div className={`in ${styles.barIn}`}>
        <button className="btn btn-main" type="button" aria-disabled={adding} onClick={onAdd}>
          Add {count(toAdd(rows).length, 'note')}{' '}
          <kbd className="keys-only" aria-hidden="true">
            Ctrl Enter
          </kbd>
        </button>
        <button className="btn btn-quiet" type="button" onClick={onStartAgain}>
          Start again
        </button>
        <p className="hint" role="status">
          {adding ? 'They are being added.' : `One act, one undo. ${leftOutWords(tallyOf(rows))}`}
        </p>
        <p className="err" role="alert">
          {error}
        </p>
      </div>
    </div>
  )
}
