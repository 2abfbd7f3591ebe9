'use client'
// One text of a note, in Markdown. Images come by paste, drop or file, and gaps by a key.

import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Advice } from '#lib/core/note/advice.ts'
import { MOST_CHARACTERS } from '#lib/core/note/limits.ts'
import { gapNumbers, gapsOf } from '#lib/core/markup/cloze.ts'
import { CaretIcon } from '../../_ui/icons.tsx'
import { ImageAsk } from './image-ask.tsx'
import styles from './note.module.css'

type Props = {
  id?: string
  name: string
  label: string
  value: string
  advice: readonly Advice[]
  hint?: string
  /** Gaps can be made in it. */
  gaps?: boolean
  short?: boolean
  onChange: (value: string) => void
  onLeave: (advice: Advice) => void
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

export function TextField({ id, name, label, value, advice, hint, gaps, short, onChange, onLeave, onKeyDown }: Props) {
  const own = useId()
  const fieldId = id ?? own
  const area = useRef<HTMLTextAreaElement>(null)
  const [image, setImage] = useState<File | null>(null)
  /** The end of what was pasted last found no room. */
  const [cut, setCut] = useState(false)

  /** Puts a text in the place of the selection, and selects part of it. */
  function put(text: string, selectFrom = text.length, selectTo = selectFrom) {
    const field = area.current
    const [start, end] = field ? [field.selectionStart, field.selectionEnd] : [value.length, value.length]
    onChange(value.slice(0, start) + text + value.slice(end))
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(start + selectFrom, start + selectTo)
    })
  }
  function makeGap() {
    const field = area.current
    if (!field) return
    const number = Math.max(0, ...gapNumbers(value)) + 1
    const chosen = value.slice(field.selectionStart, field.selectionEnd)
    const before = `{{c${number}::`
    put(`${before}${chosen}}}`, before.length + chosen.length)
  }
  function addHint(number: number) {
    const gap = gapsOf(value).find((one) => one.number === number && one.hint === null)
    if (!gap) return
    const at = gap.end - 2
    onChange(`${value.slice(0, at)}::which one${value.slice(at)}`)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(at + 2, at + 2 + 'which one'.length)
    })
  }
  function take(event: ClipboardEvent | DragEvent, files: FileList) {
    const found = [...files].find((file) => file.type.startsWith('image/'))
    if (!found) return
    event.preventDefault()
    setImage(found)
  }

  function isTooLong({ clipboardData, currentTarget: { selectionStart, selectionEnd } }: ClipboardEvent<HTMLTextAreaElement>) {
    return value.length - (selectionEnd - selectionStart) + clipboardData.getData('text').length > MOST_CHARACTERS
  }

  return (
    <div className={`field ${styles.text}`}>
      <div className={styles.labelRow}>
        <label htmlFor={fieldId}>{label}</label>
        {!short && (
          <span className={styles.tools}>
            {gaps && (
              <button className={styles.tool} type="button" onMouseDown={(event) => event.preventDefault()} onClick={makeGap}>
                Make a gap{' '}
                <kbd className="keys-only" aria-hidden="true">
                  Ctrl Shift C
                </kbd>
              </button>
            )}
            <label className={styles.tool}>
              Image
              <input
                className="vh"
                type="file"
                accept="image/png,image/jpeg,image/gif,image/webp"
                aria-label={`Image for ${label.toLowerCase()}`}
                onChange={(event) => {
                  setImage(event.target.files?.[0] ?? null)
                  event.target.value = ''
                }}
              />
            </label>
          </span>
        )}
      </div>
      <textarea
        ref={area}
        className={`inp ${styles.area} ${short ? styles.short : ''}`}
        id={fieldId}
        name={name}
        rows={short ? 1 : 3}
        dir="auto"
        maxLength={MOST_CHARACTERS}
        value={value}
        aria-describedby={`${own}more`}
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          setCut(isTooLong(event))
          take(event, event.clipboardData.files)
        }}
        onDrop={(event) => take(event, event.dataTransfer.files)}
        onKeyDown={(event) => {
          if (gaps && (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'c') {
            event.preventDefault()
            makeGap()
          }
          onKeyDown?.(event)
        }}
      />
      <div id={`${own}more`}>
        {hint && <p className="hint">{hint}</p>}
        {cut && (
          <p className="hint" role="status">
            The end of what you pasted was left out: a text holds at most 20,000 characters.
          </p>
        )}
        {advice.map((one) => (
          <div key={one.rule} className={styles.advice} role="note">
            <CaretIcon />
            <p className={styles.say}>{one.say}</p>
            <p>{one.help}</p>
            <p>
              {one.gap !== null && (
                <button type="button" onClick={() => addHint(one.gap ?? 0)}>
                  Add a hint
                </button>
              )}
              <button type="button" onClick={() => onLeave(one)}>
                Leave it
              </button>
            </p>
          </div>
        ))}
      </div>
      {image && (
        <ImageAsk
          file={image}
          onAdd={(markdown) => {
            setImage(null)
            put(markdown)
          }}
          onLeaveOut={() => setImage(null)}
        />
      )}
    </div>
  )
}
