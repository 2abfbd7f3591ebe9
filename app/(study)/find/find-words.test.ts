import { describe, expect, it } from 'vitest'
import type { BulkAct, BulkDone, FoundRow } from '#lib/core/search/found.ts'
import { doneWords, nextWords, recallOf } from './find-words.ts'

const row = { suspended: false, buried: false, standing: 'known', next: '2027-01-20', recall: 0.96 } as FoundRow

describe('a row', () => {
  it.each<[Partial<FoundRow>, string]>([
    [{}, '20 Jan 2027'],
    [{ next: '2026-12-20' }, '20 Dec'],
    [{ next: '2026-11-20' }, 'today'],
    [{ next: null, standing: 'unseen' }, 'new'],
    [{ suspended: true }, 'suspended'],
    [{ buried: true }, 'buried'],
  ])('%j comes next %s', (more, words) => {
    expect(nextWords({ ...row, ...more }, '2026-11-24')).toBe(words)
  })
  it('has a recall where one can be known', () => {
    expect(recallOf(row)).toBe('96%')
    expect(recallOf({ ...row, recall: null })).toBe('today')
    expect(recallOf({ ...row, standing: 'unseen', recall: null })).toBe('')
  })
})

describe('what was done', () => {
  const done: BulkDone = { change: 'x', cards: 12, notes: 9, passed: 0 }
  it.each<[BulkAct, Partial<BulkDone>, string]>([
    [{ kind: 'suspend', suspended: true }, { passed: 1 }, '12 cards suspended. 1 card was suspended already.'],
    [{ kind: 'suspend', suspended: false }, {}, '12 cards released.'],
    [{ kind: 'suspend', suspended: false }, { change: null }, 'None of them is suspended.'],
    [{ kind: 'delete' }, { notes: 1, cards: 2 }, '1 note deleted, with 2 cards.'],
    [{ kind: 'tag', add: ['exam'] }, {}, 'The tag “exam” added to 9 notes.'],
    [{ kind: 'tag', add: ['exam', 'mri'] }, { change: null }, 'All of them have The tags “exam”, “mri” already.'],
    [{ kind: 'untag', remove: ['exam'] }, {}, 'The tag “exam” removed from 9 notes.'],
    [
      { kind: 'move', deckId: 'd' as never },
      { passed: 3 },
      '9 notes moved to PML, each with all its cards. 3 cards stayed: there already, or of a fact base.',
    ],
  ])('%j', (act, more, words) => {
    expect(doneWords(act, { ...done, ...more }, 'PML').replaceAll('\u00a0', ' ')).toBe(words.replace('have The tags', 'have the tags'))
  })
})
