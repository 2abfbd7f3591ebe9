'use client'
// How pasted text is read: what parts its columns, what they hold, and what each row makes.

import type { Column, RowKind } from '#lib/core/paste/columns.ts'
import type { Paste, PasteChoices } from '#lib/core/paste/read.ts'
import { type Separator, SEPARATORS } from '#lib/core/paste/split.ts'
import styles from './paste.module.css'

type Props = { paste: Paste; chosen: PasteChoices; onChoose: (part: Partial<PasteChoices>) => void }

const SEPARATOR_NAMES: Readonly<Record<Separator, string>> = {
  tab: 'Tab',
  comma: 'Comma',
  semicolon: 'Semicolon',
  colons: '::',
  none: 'Nothing',
}
const KINDS: readonly (readonly [RowKind, string])[] = [
  ['question', 'Question'],
  ['both', 'Question, both ways'],
  ['cloze', 'Cloze'],
]
const FIRST: Readonly<Record<RowKind, string>> = { question: 'Question', both: 'Front', cloze: 'Text' }

function columnNames(kind: RowKind): readonly (readonly [Exclude<Column, null>, string])[] {
  const answer = [['back', kind === 'both' ? 'Back' : 'Answer']] as const
  return [['front', FIRST[kind]], ...(kind === 'cloze' ? [] : answer), ['why', 'Explanation'], ['source', 'Source'], ['tags', 'Tags']]
}

export function Choices({ paste, chosen, onChoose }: Props) {
  const names = columnNames(paste.kind)
  return (
    <>
      <div className={styles.cols}>
        <div className="field">
          <label htmlFor="separator">Parted by</label>
          <select
            className="inp"
            id="separator"
            value={paste.separator}
            onChange={(event) =>
              onChoose({ separator: SEPARATORS.find((separator) => separator === event.target.value) ?? null, columns: null })
            }
          >
            {SEPARATORS.map((separator) => (
              <option key={separator} value={separator}>
                {SEPARATOR_NAMES[separator]}
                {chosen.separator === null && separator === paste.separator && ', found'}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="kind">Each row makes</label>
          <select
            className="inp"
            id="kind"
            value={paste.kind}
            onChange={(event) => onChoose({ kind: KINDS.find(([kind]) => kind === event.target.value)?.[0] ?? null })}
          >
            {KINDS.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </div>
        {paste.columns.map((column, index) => (
          // Columns are told apart by their place alone.
          <div className="field" key={index}>
            <label htmlFor={`column-${index}`}>
              Column {index + 1}
              {paste.names?.[index] && <span className="muted">: {paste.names[index]}</span>}
            </label>
            <select
              className="inp"
              id={`column-${index}`}
              value={column ?? ''}
              onChange={(event) => {
                const wanted = names.find(([name]) => name === event.target.value)?.[0] ?? null
                onChoose({ columns: paste.columns.map((one, at) => (at === index ? wanted : one)) })
              }}
            >
              {names.map(([name, words]) => (
                <option key={name} value={name}>
                  {words}
                </option>
              ))}
              <option value="">Left out</option>
            </select>
          </div>
        ))}
      </div>
      <label className={styles.check}>
        <input type="checkbox" checked={paste.header} onChange={(event) => onChoose({ header: event.target.checked, columns: null })} />
        <span>The first row names the columns</span>
      </label>
    </>
  )
}
