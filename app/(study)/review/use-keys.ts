'use client'
// The keys of the review. They act only while the review has focus: not in a field, not under a dialog or menu, not while an
// input method composes, and on a focused control Space and Enter keep their meaning.

import { useEffect, useEffectEvent } from 'react'
import type { Rating } from '#lib/core/card.ts'

export type Key = 'go' | 'undo' | 'source' | 'edit' | 'bury' | 'suspend' | 'keys' | 'leave' | Rating

const plain: Readonly<Record<string, Key>> = {
  ' ': 'go',
  Enter: 'go',
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  u: 'undo',
  z: 'undo',
  s: 'source',
  e: 'edit',
  '-': 'bury',
  '@': 'suspend',
  '?': 'keys',
  Escape: 'leave',
}

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'> & {
  /** AltGr reads as Ctrl with Alt, and some layouts need it for @. */
  altGraph: boolean
}

/** What a key press asks for, wherever the focus is; null: nothing of ours. */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, altGraph }: Pressed): Key | null {
  // A key that is held down must not rate a dozen cards.
  if (repeat || isComposing) return null
  const letter = key.length === 1 ? key.toLowerCase() : key
  if ((ctrlKey || metaKey) && !altGraph) return letter === 'z' && !altKey && !shiftKey ? 'undo' : null
  // Some layouts of the Mac type @ with Option.
  if (altKey && !altGraph && key !== '@') return null
  return plain[letter] ?? null
}

const FIELDS = 'input, textarea, select, [contenteditable]'
const CONTROLS = 'button, a[href], summary'

function isOurs(event: KeyboardEvent, key: Key): boolean {
  const target = event.composedPath()[0]
  if (!(target instanceof Element)) return true
  if (document.querySelector('dialog[open], :popover-open')) return false
  if (target.closest(FIELDS)) return false
  return !(key === 'go' && target.closest(CONTROLS))
}

export function useKeys(act: (key: Key) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const key = keyOf({ ...read(event), altGraph: event.getModifierState('AltGraph') })
    if (key === null || !isOurs(event, key)) return
    event.preventDefault()
    act(key)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

function read({ key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing }
}
