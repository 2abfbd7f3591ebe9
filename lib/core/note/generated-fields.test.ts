import { describe, expect, it } from 'vitest'
import { backField, byCardAndField, frontField, keyOfField, labelOfField, whyField, wordingsOf } from './generated-fields.ts'

describe('fields of a generated note', () => {
  it.each([
    ['cause', 'cause'],
    ['item:gait', 'item:gait'],
    ['disease:hiv:gait', 'disease:hiv:gait'],
    ['a.front', 'a.front'],
  ])('of card %s all name it', (key, named) => {
    const names = [frontField(key, 0), frontField(key, 1), frontField(key, 11), backField(key), whyField(key)]
    expect(names.map(keyOfField)).toEqual(names.map(() => named))
  })

  it.each([
    ['cause.front', 'Question'],
    ['cause.front.2', 'Question, in other words'],
    ['cause.back', 'Answer'],
    ['cause.why', 'Explanation, shown after the answer'],
  ])('%s is the %s', (name, label) => {
    expect(labelOfField(name)).toBe(label)
  })

  it('stand card by card: wordings, answer, explanation', () => {
    const sorted = ['b.back', 'a.why', 'b.front', 'a.back', 'a.front.10', 'a.front.2', 'a.front'].toSorted(byCardAndField)
    expect(sorted).toEqual(['a.front', 'a.front.2', 'a.front.10', 'a.back', 'a.why', 'b.front', 'b.back'])
  })
})

describe('wordingsOf', () => {
  it.each([
    ['all, in order', { 'a.front.10': 'c', 'a.front.2': 'b', 'a.front': 'a', 'a.back': 'x', 'b.front': 'y' }, ['a', 'b', 'c']],
    ['without one that was emptied', { 'a.front': 'a', 'a.front.2': ' ', 'a.front.3': 'c' }, ['a', 'c']],
    ['the first even where it is empty: a card is never without a question', { 'a.front': '' }, ['']],
    ['the first even where it is missing', {}, ['']],
  ])('%s', (_name, fields, wordings) => {
    expect(wordingsOf(fields, 'a')).toEqual(wordings)
  })
})
