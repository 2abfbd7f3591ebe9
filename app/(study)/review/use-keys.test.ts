import { expect, test } from 'vitest'
import { keyOf } from './use-keys.ts'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false, altGraph: false }

test.each([
  { press: { key: ' ' }, asks: 'go' },
  { press: { key: 'Enter' }, asks: 'go' },
  { press: { key: '1' }, asks: 1 },
  { press: { key: '4' }, asks: 4 },
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
  expect(keyOf({ ...bare, ...press })).toBe(asks)
})
