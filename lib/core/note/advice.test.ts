import { expect, it } from 'vitest'
import { adviceOn } from './advice.ts'
import type { NoteFields, NoteKind } from './note.ts'

it.each<[string, NoteKind, NoteFields, string[]]>([
  ['a good question', 'question', { front: 'Which virus causes PML?', back: 'JC virus' }, []],
  ['two questions', 'question', { front: 'Which virus? Which cell?', back: 'JC virus' }, ['A1 front']],
  ['yes or no', 'question', { front: 'Is PML fatal?', back: 'Yes' }, ['B1 front']],
  ['an answer that stands in the question', 'question', { front: 'Which agent of JC disease is it?', back: 'JC virus' }, ['L1 front']],
  ['a long answer', 'question', { front: 'Which steps follow?', back: 'first this then that '.repeat(5) }, ['A2 back']],
  ['a bracket without its partner', 'question', { front: 'Which virus (JC?', back: 'JC virus' }, ['L1 front', 'T1 front']],
  ['what is not', 'question', { front: 'Which virus does not cause PML?', back: 'K virus' }, ['B2 front']],
  ['a vague question', 'question', { front: 'What about PML?', back: 'A disease of the brain' }, ['B3 front']],
  ['no kind of answer', 'question', { front: 'What happens in PML?', back: 'Demyelination' }, ['S3 front']],
  ['a long question', 'question', { front: `Which virus ${'that lives in it '.repeat(6)}causes PML?`, back: 'JC virus' }, ['W1 front']],
  ['a claim that ages', 'question', { front: 'Which drug is currently given first?', back: 'None' }, ['W4 front']],
  ['a gap told by its sentence', 'cloze', { text: 'The heel is the {{c1::heel::which part}} that hurts.' }, ['L2 text']],
  ['signs of a lab', 'question', { front: 'Which count is typical?', back: 'CD4 < 200' }, []],
  ['both ways, without a question mark', 'both', { front: 'PML', back: 'JC virus' }, []],
  ['a gap without a hint', 'cloze', { text: 'The {{c2::heel}}' }, ['H1 text']],
  ['a gap with a hint', 'cloze', { text: 'The {{c2::heel::which part}} hurts.' }, []],
  ['a long item', 'list', { front: 'Phases?', items: 'a', 'item:a': 'one two three four five six seven' }, ['A2 item:a']],
  ['nothing written yet', 'question', { front: '', back: '' }, []],
])('%s', (_name, kind, fields, expected) => {
  expect(adviceOn(kind, fields).map(({ rule, field }) => `${rule} ${field}`)).toEqual(expected)
})
