'use client'
// The fields of a note, each with the linter's advice below it.

import type { Advice } from '#lib/core/note/advice.ts'
import { byCardAndField, labelOfField } from '#lib/core/note/generated-fields.ts'
import { itemIds, type NoteFields as Fields, type NoteKind } from '#lib/core/note/note.ts'
import { newItemId } from '#lib/device/device.ts'
import styles from './note.module.css'
import { TextField } from './text-field.tsx'

type Props = {
  /** Null: the texts of a generated note. */
  kind: NoteKind | null
  fields: Fields
  advice: readonly Advice[]
  onChange: (change: Fields) => void
  onLeave: (advice: Advice) => void
  /** Only these fields; absent: all. */
  only?: readonly string[]
}

export function NoteFields({ kind, fields, advice, onChange, onLeave, only }: Props) {
  const field = (name: string, label: string, more: { hint?: string; gaps?: boolean; short?: boolean } = {}) => (
    <TextField
      key={name}
      name={name}
      label={label}
      value={fields[name] ?? ''}
      advice={advice.filter((one) => one.field === name)}
      onChange={(value) => onChange({ [name]: value })}
      onLeave={onLeave}
      {...more}
    />
  )
  const why = field('why', 'Explanation, shown after the answer', { hint: 'Optional. One sentence that says why.', short: true })
  switch (kind) {
    case 'question':
      return [field('front', 'Question'), field('back', 'Answer'), why]
    case 'both':
      return [field('front', 'Front'), field('back', 'Back'), why]
    case 'cloze':
      return [field('text', 'Text', { gaps: true }), why]
    case 'list':
      return [
        field('front', 'What the list is'),
        <Items key="items" fields={fields} advice={advice} onChange={onChange} onLeave={onLeave} />,
        why,
      ]
    case null:
      return Object.keys(fields)
        .filter((name) => !only || only.includes(name))
        .toSorted(byCardAndField)
        .map((name) => field(name, labelOfField(name), { gaps: (fields[name] ?? '').includes('{{c') }))
    default:
      return kind satisfies never
  }
}

type ItemsProps = Pick<Props, 'fields' | 'advice' | 'onChange' | 'onLeave'>

/** One line an item: Enter makes the next, Backspace in an empty one removes it, and lines that are pasted become items. */
function Items({ fields, advice, onChange, onLeave }: ItemsProps) {
  const ids = itemIds(fields)
  const shown = ids.length === 0 ? ['first'] : ids
  const list = (next: readonly string[]) => ({ items: next.join(' ') })
  const focus = (id: string) => requestAnimationFrame(() => document.getElementById(`item-${id}`)?.focus())

  function write(id: string, text: string) {
    const lines = text.split('\n').filter((line, index) => index === 0 || line.trim() !== '')
    const added = lines.slice(1).map((line) => [newItemId(), line] as const)
    const own = ids.includes(id) ? id : newItemId()
    const at = ids.indexOf(id)
    const before = at === -1 ? [] : ids.slice(0, at)
    const after = at === -1 ? [] : ids.slice(at + 1)
    const texts = Object.fromEntries([[own, lines[0] ?? ''] as const, ...added].map(([item, line]) => [`item:${item}`, line]))
    onChange({ ...texts, ...list([...before, own, ...added.map(([item]) => item), ...after]) })
    if (own !== id || added.length > 0) focus(added.at(-1)?.[0] ?? own)
  }
  function insertAfter(id: string) {
    const made = newItemId()
    const at = ids.indexOf(id)
    if (at === -1) return
    onChange({ [`item:${made}`]: '', ...list([...ids.slice(0, at + 1), made, ...ids.slice(at + 1)]) })
    focus(made)
  }
  function remove(id: string) {
    const at = ids.indexOf(id)
    if (ids.length < 2) return
    onChange(list(ids.filter((one) => one !== id)))
    focus(ids[at === 0 ? 1 : at - 1] ?? '')
  }
  function move(id: string, by: -1 | 1) {
    const at = ids.indexOf(id)
    const other = ids[at + by]
    if (other === undefined) return
    onChange(list(ids.map((one) => (one === id ? other : one === other ? id : one))))
    focus(id)
  }

  return (
    <fieldset className={styles.items}>
      <legend>Items, in order</legend>
      <ol>
        {shown.map((id, index) => (
          <li key={id}>
            <TextField
              id={`item-${id}`}
              name={`item:${id}`}
              label={`Item ${index + 1}`}
              short
              value={fields[`item:${id}`] ?? ''}
              advice={advice.filter((one) => one.field === `item:${id}`)}
              onChange={(text) => write(id, text)}
              onLeave={onLeave}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
                const empty = (fields[`item:${id}`] ?? '') === ''
                if (event.key === 'Enter') {
                  event.preventDefault()
                  insertAfter(id)
                } else if (event.key === 'Backspace' && empty && ids.length > 1) {
                  event.preventDefault()
                  remove(id)
                } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
                  event.preventDefault()
                  move(id, event.key === 'ArrowUp' ? -1 : 1)
                }
              }}
            />
            <div className={`do ${styles.itemActs}`}>
              {index > 0 && (
                <button type="button" aria-label={`Move item ${index + 1} up`} onClick={() => move(id, -1)}>
                  Up
                </button>
              )}
              {ids.length > 1 && (
                <button type="button" aria-label={`Remove item ${index + 1}`} onClick={() => remove(id)}>
                  Remove
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className="hint">Enter begins the next item, Alt with an arrow moves one. Each item is asked for after the one before it.</p>
    </fieldset>
  )
}
