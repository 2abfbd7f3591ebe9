import { expect, test } from 'vitest'
import { DEFAULT_KEYS } from '#lib/core/preferences.ts'
import { capFor, keyOf } from './use-keys.ts'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false, altGraph: false }

test.each([
  { press: { key: ' ' }, asks: 'go' },
  { press: { key: 'Enter' }, asks: 'go' },
  { press: { key: '1' }, asks: 'again' },
  { press: { key: '4' }, asks: 'easy' },
  { press: { key: '5' }, asks: null },
  { press: { key: 'u' }, asks: 'undo' },
  { press: { key: 'U', shiftKey: true }, asks: 'undo' },
  { press: { key: 'z' }, asks: 'undo' },
  { press: { key: 'z', ctrlKey: true }, asks: 'undo' },
  { press: { key: 'z', metaKey: true }, asks: 'undo' },
  { press: { key: 'z', ctrlKey: true, shiftKey: true }, asks: null },
  { press: { key: 'u', ctrlKey: true }, asks: null },
  { press: { key: '1', metaKey: true }, asks: null },
  { press: { key: 's', altKey: true }, asks: null },
  { press: { key: '-' }, asks: 'bury' },
  { press: { key: '@', shiftKey: true }, asks: 'suspend' },
  { press: { key: '@', ctrlKey: true, altKey: true, altGraph: true }, asks: 'suspend' },
  { press: { key: '@', altKey: true }, asks: 'suspend' },
  { press: { key: '?', shiftKey: true }, asks: 'keys' },
  { press: { key: 'Escape' }, asks: 'leave' },
  { press: { key: '3', repeat: true }, asks: null },
  { press: { key: 'Enter', isComposing: true }, asks: null },
])('$press asks for $asks', ({ press, asks }) => {
  expect(keyOf({ ...bare, ...press }, { keysOn: true, keys: DEFAULT_KEYS })).toBe(asks)
})

test('keys that were changed do what they were given, and their old ones nothing', () => {
  const keyboard = { keysOn: true, keys: { ...DEFAULT_KEYS, bury: ['b', ' '], go: ['Enter'], leave: [] } }
  const asks = (key: string) => keyOf({ ...bare, key }, keyboard)
  expect([asks('b'), asks('B'), asks(' '), asks('-'), asks('Enter'), asks('Escape')]).toEqual(['bury', 'bury', 'bury', null, 'go', null])
  expect([capFor(keyboard, 'bury'), capFor(keyboard, 'leave')]).toEqual(['B', null])
})

test('with single keys off only Ctrl+Z acts, and no cap is shown', () => {
  const keyboard = { keysOn: false, keys: DEFAULT_KEYS }
  expect(keyOf({ ...bare, key: '1' }, keyboard)).toBeNull()
  expect(keyOf({ ...bare, key: ' ' }, keyboard)).toBeNull()
  expect(keyOf({ ...bare, key: 'z', ctrlKey: true }, keyboard)).toBe('undo')
  expect(capFor(keyboard, 'undo')).toBeNull()
})
