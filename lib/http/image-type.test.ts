import { expect, test } from 'vitest'
import { imageType } from './image-type.ts'

const bytes = (text: string) => new Uint8Array(Array.from(text, (letter) => letter.charCodeAt(0)))

test.each([
  ['\x89PNG\r\n\x1a\nrest', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', null],
  ['<!doctype html><script>alert(1)</script>', null],
  ['', null],
])('%j is %s', (text, type) => {
  expect(imageType(bytes(text))).toBe(type)
})
