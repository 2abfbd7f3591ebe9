import { expect, it } from 'vitest'
import { readPaste } from './read.ts'
import { judge, type Picked, toAdd } from './verdict.ts'

const rows = readPaste('One?\ta\nTwo?\tb\none?\tc\nNo answer\nThree?\td', {
  separator: 'tab',
  header: false,
  columns: null,
  kind: null,
}).rows
const keys = rows.map(({ key }) => key)
const picking = (picked: Record<number, 'in' | 'out'>): Picked =>
  Object.fromEntries(Object.entries(picked).map(([index, choice]) => [keys[Number(index)] ?? '', choice]))

it.each<[string, string[], number[], Record<number, 'in' | 'out'>, string[]]>([
  ['as it comes', [], [], {}, ['new', 'new', 'twice', 'unread', 'new']],
  ['what the deck asks', ['two?'], [], {}, ['new', 'there', 'twice', 'unread', 'new']],
  ['all the same', ['two?'], [], { 1: 'in', 2: 'in' }, ['new', 'new', 'new', 'unread', 'new']],
  ['left out', [], [], { 0: 'out', 3: 'out' }, ['out', 'new', 'twice', 'out', 'new']],
  ['a row that cannot be read is never taken in', [], [], { 3: 'in' }, ['new', 'new', 'twice', 'unread', 'new']],
  ['without HTML nothing is left', [], [4], {}, ['new', 'new', 'twice', 'unread', 'unread']],
])('%s', (_name, asked, bare, picked, expected) => {
  const judged = judge(rows, new Set(asked), new Set(bare.map((index) => keys[index] ?? '')), picking(picked))
  expect(judged.map(({ verdict }) => verdict)).toEqual(expected)
  expect(toAdd(judged).map(({ key }) => keys.indexOf(key))).toEqual(
    expected.flatMap((verdict, index) => (verdict === 'new' ? [index] : [])),
  )
})
