'use client'
// Two versions of a note, of which one text is kept, field by field. Nothing is lost until it is chosen.

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { DeckId } from '#lib/core/ids.ts'
import { changesOf } from '#lib/core/note/changes.ts'
import { labelOfField } from '#lib/core/note/generated-fields.ts'
import { itemIds, type NoteFields, type NoteKind } from '#lib/core/note/note.ts'
import type { DeckChoice, EditedNote } from '#lib/core/note/view.ts'
import { clockTime } from '../../_ui/days.ts'
import styles from './note.module.css'

/** What of a note can differ. */
export type Sides = { fields: NoteFields; tags: readonly string[]; deckId: DeckId }

type Props = {
  here: Sides
  kind: NoteKind | null
  current: EditedNote
  decks: readonly DeckChoice[]
  zone: string
  error: string | null
  onKeep: (kept: Sides) => void
  onGoOn: () => void
}

type Side = 'here' | 'there'
type Choice<Value extends string> = { value: Value; says: string; text: ReactNode }

const names: Readonly<Record<string, string>> = {
  front: 'Question',
  back: 'Answer',
  text: 'Text',
  why: 'Explanation',
  source: 'Source',
  items: 'Order of the items',
}

/** The order in which the editor shows its fields; of a generated note, by name. */
const placeOf = (field: string) => ['front', 'text', 'back', 'items', 'item:', 'why', 'source'].findIndex((name) => field.startsWith(name))

const nameOf = (field: string) => names[field] ?? (/^item:[^.]*$/.test(field) ? 'Item' : labelOfField(field))

export function Conflict({ here, kind, current, decks, zone, error, onKeep, onGoOn }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const there: Sides = current
  const differing = differences(here.fields, there.fields)
  const otherTags = here.tags.toSorted().join() !== there.tags.toSorted().join()
  const otherDeck = here.deckId !== there.deckId
  // Whoever is here sees their own first: what they wrote last.
  const [kept, setKept] = useState<Readonly<Record<string, Side>>>({})
  const [tags, setTags] = useState<Side | 'both'>('both')
  const [deck, setDeck] = useState<Side>('here')
  const says = { here: 'Here, not yet saved', there: `Saved at ${clockTime(current.updatedAt, zone)}` }
  const both = [...new Set([...there.tags, ...here.tags])]
  const sides = { here, there }
  const fields = Object.fromEntries([
    ...Object.entries(there.fields),
    ...differing.map((name) => [name, sides[kept[name] ?? 'here'].fields[name] ?? ''] as const),
  ])
  const sideChoices = (text: (side: Side) => ReactNode): Choice<Side>[] =>
    (['here', 'there'] as const).map((side) => ({ value: side, says: says[side], text: text(side) }))
  /** Escape is the way back to writing: it throws nothing away. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onGoOn()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main id="main" className="page" onKeyDown={onKeyDown}>
      <div className="sec open">
        <div className="in">
          <h1 className="title" tabIndex={-1} ref={heading}>
            Two versions of this note
          </h1>
          <p className="lead muted">
            It was saved elsewhere at {clockTime(current.updatedAt, zone)}, while you were writing here. Nothing is lost: choose, field by
            field.
          </p>
        </div>
        <p className="note">Underlined: only in this version. Struck: missing from it.</p>
      </div>
      {differing.map((name) => (
        <Choose
          key={name}
          name={name}
          title={nameOf(name)}
          choices={sideChoices((side) =>
            name === 'items' ? (
              <Order fields={sides[side].fields} texts={fields} />
            ) : (
              <Changed from={sides[otherSide(side)].fields[name] ?? ''} to={sides[side].fields[name] ?? ''} />
            ),
          )}
          chosen={kept[name] ?? 'here'}
          onChoose={(side) => setKept({ ...kept, [name]: side })}
        />
      ))}
      {otherTags && (
        <Choose
          name="tags"
          title="Tags"
          choices={[{ value: 'both', says: 'Both', text: tagWords(both) }, ...sideChoices((side) => tagWords(sides[side].tags))]}
          chosen={tags}
          onChoose={setTags}
        />
      )}
      {otherDeck && (
        <Choose
          name="deck"
          title="Deck"
          choices={sideChoices((side) => decks.find(({ id }) => id === sides[side].deckId)?.name ?? 'A deck that is gone')}
          chosen={deck}
          onChoose={setDeck}
        />
      )}
      {differing.length === 0 && !otherTags && !otherDeck && (
        <div className="sec rule">
          <p className="in">Both say the same.</p>
        </div>
      )}
      <div className={`sec ${styles.decision}`}>
        <div className={`in ${styles.bar}`}>
          <button
            className="btn btn-main"
            type="button"
            onClick={() => onKeep({ fields, tags: tags === 'both' ? both : sides[tags].tags, deckId: sides[deck].deckId })}
          >
            Save this note
          </button>
          <button className="btn btn-quiet" type="button" onClick={onGoOn}>
            Go on editing
          </button>
          <span className="hint">
            The text that is replaced is kept for 30&nbsp;days.{kind === null && ' The cards stay as their base makes them.'}
          </span>
          <p className="err" role="alert">
            {error}
          </p>
        </div>
      </div>
    </main>
  )
}

const otherSide = (side: Side): Side => (side === 'here' ? 'there' : 'here')
const tagWords = (tags: readonly string[]) => tags.join(', ') || 'none'

function differences(here: NoteFields, there: NoteFields): string[] {
  const all = [...new Set([...Object.keys(here), ...Object.keys(there)])]
  return all
    .filter((name) => (here[name] ?? '') !== (there[name] ?? ''))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b, 'en'))
}

type ChooseProps<Value extends string> = {
  name: string
  title: string
  choices: readonly Choice<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
}

function Choose<Value extends string>({ name, title, choices, chosen, onChoose }: ChooseProps<Value>) {
  return (
    <section className="sec rule" aria-labelledby={`differ-${name}`}>
      <h2 className="label" id={`differ-${name}`}>
        {title}
      </h2>
      <fieldset className={`in ${styles.choose}`}>
        <legend className="vh">{title} to keep</legend>
        {choices.map(({ value, says, text }) => (
          <label key={value} className={styles.pick} aria-label={`${title}: ${says}`}>
            <input
              type="radio"
              name={name}
              checked={chosen === value}
              aria-describedby={`differ-${name}-${value}`}
              onChange={() => onChoose(value)}
            />
            <span>
              <small>{says}</small>
              <span className={styles.version} id={`differ-${name}-${value}`}>
                {text}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}

/** What a text has that the other has not is underlined, what it lacks is struck. */
function Changed({ from, to }: { from: string; to: string }) {
  if (to === '') {
    return (
      <>
        empty{from !== '' && ' '}
        {from !== '' && <Gone text={from} />}
      </>
    )
  }
  return changesOf(from, to).map(({ kind, text }, index) => {
    // Parts stand where they stand: nothing else tells two equal ones apart.
    const key = `${index} ${kind}`
    switch (kind) {
      case 'same':
        return <span key={key}>{text}</span>
      case 'gone':
        return <Gone key={key} text={text} />
      case 'come':
        return (
          <ins key={key}>
            <span className="vh">added: </span>
            {text}
          </ins>
        )
      default:
        return kind satisfies never
    }
  })
}

function Gone({ text }: { text: string }) {
  return (
    <del>
      <span className="vh">removed: </span>
      {text}
    </del>
  )
}

/** The items of a list in the order of one version, by the words that are kept. */
function Order({ fields, texts }: { fields: NoteFields; texts: NoteFields }) {
  return itemIds(fields)
    .map((id) => texts[`item:${id}`] ?? '')
    .join(', ')
}
