'use client'
// The words of the search, each with what it finds.

import { useRef } from 'react'
import { CloseIcon } from '../../_ui/icons.tsx'
import floats from '../review/float.module.css'
import styles from './find.module.css'

const HELP = [
  ['jc virus', 'cards whose note has both words, in any letters'],
  ['"grey matter"', 'the words in this order'],
  ['-virus', 'not this; before any word of the search'],
  ['deck:PML', 'a deck with all within it; deck:Neurology::Stroke for one within another'],
  ['tag:neuro', 'a tag with all within it; tag:none finds what has no tag'],
  ['is:due', 'also new, learning, review, relearning, suspended, buried, leech, flagged, marked'],
  ['prop:lapses>=4', 'also reps, difficulty (1 to 10), stability (days), due (days from today)'],
] as const

const KEYS = [
  ['↓ ↑', 'Next row, row before'],
  ['Space or x', 'Select'],
  ['Shift ↓ ↑', 'Select as you go'],
  ['Ctrl A', 'Select all that is found'],
  ['Enter', 'Open the card'],
  ['e', 'Edit its note'],
  ['Esc', 'Select none'],
] as const

export function WordsHelp() {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Words
      </button>
      <dialog ref={dialog} className={floats.dialog} aria-labelledby="words-title">
        <div className={floats.dialogHead}>
          <h2 id="words-title">Words of the search</h2>
          <button className={styles.close} type="button" aria-label="Close" onClick={() => dialog.current?.close()}>
            <CloseIcon />
          </button>
        </div>
        <dl className={styles.help}>
          {HELP.map(([word, meaning]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <h3 className={`keys-only ${styles.helpHead}`}>Keys in the list</h3>
        <dl className={`keys-only ${floats.keys}`}>
          {KEYS.map(([keys, meaning]) => (
            <div key={keys}>
              <dt>{meaning}</dt>
              <dd>
                <kbd>{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  )
}
