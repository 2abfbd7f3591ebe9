'use client'
// The field that rows are pasted into. A file of text can be chosen, or dropped on it.

import type { DragEvent, KeyboardEvent, RefObject } from 'react'
import { decodeText } from '#lib/core/paste/decode.ts'
import { plainLines } from '#lib/core/paste/read.ts'
import styles from './paste.module.css'

const MOST_BYTES = 8_000_000

type Props = {
  fieldRef: RefObject<HTMLTextAreaElement | null>
  text: string
  /** It is kept on this device. */
  kept: boolean
  said: string
  fault: string | null
  onWrite: (text: string) => void
  /** A file was read; `words` say so. */
  onTake: (text: string, words: string) => void
  onRefuse: (words: string) => void
  onSubmit: () => void
  /** Null: there is nothing to put back. */
  onPutBack: (() => void) | null
}

export function PastedField({ fieldRef, text, kept, said, fault, onWrite, onTake, onRefuse, onSubmit, onPutBack }: Props) {
  async function take(file: File) {
    if (file.size > MOST_BYTES) return onRefuse(`${file.name} is larger than 8 MB. Part it, then choose the first part.`)
    const read = decodeText(new Uint8Array(await file.arrayBuffer()))
    if (read === null) return onRefuse(`${file.name} is no text. Save the table as CSV in the program that made it, then choose that.`)
    onTake(plainLines(read), `${file.name} was read.`)
  }
  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files
    if (!file) return
    event.preventDefault()
    void take(file)
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    onSubmit()
  }
  return (
    <>
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
              const [file] = event.target.files ?? []
              if (file) void take(file)
              event.target.value = ''
            }}
          />
        </label>
      </div>
      <textarea
        ref={fieldRef}
        className={`inp ${styles.area}`}
        id="rows"
        spellCheck={false}
        value={text}
        aria-describedby="rows-hint rows-fault"
        onChange={(event) => onWrite(plainLines(event.target.value))}
        onDrop={drop}
        onKeyDown={press}
      />
      <p className="hint" id="rows-hint">
        {kept ? 'Kept on this device until it is added. ' : ''}
        Markdown works as in the editor; a CSV or text file can be dropped here.
      </p>
      <p className="hint" role="status">
        {said}
      </p>
      <p className="err" id="rows-fault" role="alert">
        {fault}
      </p>
      {onPutBack && (
        <p className="do">
          <button type="button" onClick={onPutBack}>
            Put back what stood here
          </button>
        </p>
      )}
    </>
  )
}
