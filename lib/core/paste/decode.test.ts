import { expect, it } from 'vitest'
import { decodeText } from './decode.ts'

it.each([
  ['UTF-8', [0x63, 0xc3, 0xa9], 'cé'],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x63], 'c'],
  ['UTF-16, little end first', [0xff, 0xfe, 0x63, 0, 0xe9, 0], 'cé'],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x63, 0, 0xe9], 'cé'],
  ['Windows-1252', [0x63, 0xe9], 'cé'],
  ['nothing', [], ''],
  ['a packed table', [0x50, 0x4b, 3, 4, 0x14, 0], null],
])('%s', (_name, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(text)
})
