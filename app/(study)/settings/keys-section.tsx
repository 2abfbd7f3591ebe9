'use client'
// The keys of the review: on or off, and which key does what. A key that is taken is refused with where it is taken.

import { useState } from 'react'
import { capOf, type Command, COMMAND_NAMES, COMMANDS, DEFAULT_KEYS, type KeyMap, keyName, keyRefusal } from '#lib/core/preferences.ts'
import { CloseIcon } from '../../_ui/icons.tsx'
import { FormSection, Tick } from './fields.tsx'
import styles from './settings.module.css'
import type { SettingsState } from './use-settings.ts'

const MOST_KEYS = 4

export function KeysSection({ state }: { state: SettingsState }) {
  const { keys, keysOn } = state.settings.preferences
  const [refused, setRefused] = useState<{ command: Command; sentence: string } | null>(null)
  const save = (map: KeyMap) => {
    setRefused(null)
    state.change('keys', { preferences: { keys: map } })
  }
  function add(command: Command, key: string) {
    const sentence = keyRefusal(keys, command, key)
    if (sentence === null) save({ ...keys, [command]: [...keys[command], key] })
    else setRefused({ command, sentence })
  }
  return (
    <FormSection id="keys" title="Keys" state={state}>
      <Tick
        checked={keysOn}
        onChange={(on) => state.change('keys', { preferences: { keysOn: on } })}
        hint="In the review alone, and never in a text field. Ctrl+Z undoes either way."
      >
        Single keys act
      </Tick>
      <dl className={styles.keys}>
        {COMMANDS.map((command) => (
          <div key={command}>
            <dt>{COMMAND_NAMES[command]}</dt>
            <dd>
              {keys[command].map((key) => (
                <button
                  key={key}
                  className={styles.cap}
                  type="button"
                  aria-label={`Take ${capOf(key)} away from “${COMMAND_NAMES[command]}”`}
                  onClick={() => save({ ...keys, [command]: keys[command].filter((other) => other !== key) })}
                >
                  <kbd>{capOf(key)}</kbd>
                  <CloseIcon />
                </button>
              ))}
              {keys[command].length < MOST_KEYS && <AddKey command={command} keys={keys} onKey={(key) => add(command, key)} />}
              {refused?.command === command && (
                <span className={styles.refused} role="alert">
                  {refused.sentence}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <button className={styles.words} type="button" onClick={() => save(DEFAULT_KEYS)}>
          Set all keys back
        </button>
      </p>
    </FormSection>
  )
}

type AddKeyProps = { command: Command; keys: KeyMap; onKey: (key: string) => void }

/** Pressed, it takes the next key. Tab moves on, and Esc leaves it, where Esc has a meaning already. */
function AddKey({ command, keys, onKey }: AddKeyProps) {
  const [listening, setListening] = useState(false)
  const escapeTaken = COMMANDS.some((other) => keys[other].includes('Escape'))

  function take(event: React.KeyboardEvent) {
    if (!listening || event.key === 'Tab' || event.ctrlKey || event.metaKey || /^(Shift|Control|Alt|AltGraph|Meta)$/.test(event.key)) return
    // Without this, Space and Enter would press the button again.
    event.preventDefault()
    if (event.repeat || event.nativeEvent.isComposing) return
    setListening(false)
    if (event.key !== 'Escape' || !escapeTaken) onKey(keyName(event.key))
  }

  return (
    <button
      className={styles.words}
      type="button"
      aria-label={listening ? undefined : `Add a key for “${COMMAND_NAMES[command]}”`}
      onClick={() => setListening(!listening)}
      onKeyDown={take}
      // A key goes up after it came down: Space would press the button by that.
      onKeyUp={(event) => event.preventDefault()}
      onBlur={() => setListening(false)}
    >
      {listening ? `Press a key${escapeTaken ? '; Esc leaves it' : ''}` : 'Add'}
    </button>
  )
}
