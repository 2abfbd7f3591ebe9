'use client'
// The keys of the review. They act only while the review has focus: not in a field, not under a dialog or menu, not while an
// input method composes, and on a focused control Space and Enter keep their meaning.

import { useEffect, useEffectEvent } from 'react'
import { capOf, type Command, COMMANDS, keyName, type Preferences } from '#lib/core/preferences.ts'

export type Keyboard = Pick<Preferences, 'keysOn' | 'keys'>

/** The cap of a command's first key, for a button that does the same; null where no key does. */
export function capFor({ keysOn, keys }: Keyboard, command: Command): string | null {
  const [key] = keysOn ? keys[command] : []
  return key === undefined ? null : capOf(key)
}

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'> & {
  /** AltGr reads as Ctrl with Alt, and some layouts need it for @. */
  altGraph: boolean
}

/** What a key press asks for, wherever the focus is; null: nothing of ours. */
export function keyOf(
  { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, altGraph }: Pressed,
  { keysOn, keys }: Keyboard,
): Command | null {
  // A key that is held down must not rate a dozen cards.
  if (repeat || isComposing) return null
  const name = keyName(key)
  if ((ctrlKey || metaKey) && !altGraph) return name === 'z' && !altKey && !shiftKey ? 'undo' : null
  // Some layouts of the Mac type @ with Option.
  if (!keysOn || (altKey && !altGraph && key !== '@')) return null
  return COMMANDS.find((command) => keys[command].includes(name)) ?? null
}

const FIELDS = 'input, textarea, select, [contenteditable]'
const CONTROLS = 'button, a[href], summary'
/** On a focused control these press it, whatever else they do. */
const PRESSES = new Set([' ', 'Enter'])

function isOurs(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0]
  if (!(target instanceof Element)) return true
  if (document.querySelector('dialog[open], :popover-open')) return false
  if (target.closest(FIELDS)) return false
  return !(PRESSES.has(event.key) && target.closest(CONTROLS))
}

export function useKeys(keyboard: Keyboard, act: (command: Command) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const command = keyOf({ ...read(event), altGraph: event.getModifierState('AltGraph') }, keyboard)
    if (command === null || !isOurs(event)) return
    event.preventDefault()
    act(command)
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
