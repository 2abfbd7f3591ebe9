import { describe, expect, it } from 'vitest'
import { clozeText } from '../markup/plain.ts'
import { parsed, tarsalFeverText } from './fixtures/bases.ts'
import { generateBase } from './generate.ts'

const deck = generateBase(parsed(tarsalFeverText))

function textsOf(form: string, key: string): readonly string[] {
  const cards = deck.notes.filter((note) => note.form === form).flatMap((note) => note.cards)
  const card = cards.find((one) => one.key === key)
  return [...(card?.fronts ?? []), card?.back ?? '']
}

describe('combinations', () => {
  it.each([
    [
      'chain',
      'whole',
      'In tarsal fever, which two steps does the source say can lead, in order, from the K virus to the limp?',
      'In tarsal fever, what does the source say can come, step by step, between the K virus and the limp?',
      '1. Invasion of the chondrocyte\n2. Softening of the arch',
    ],
    [
      'contrast',
      'feature:halo',
      'How does a halo sign on ultrasound differ between tarsal fever and tarsal flare?',
      'What sets tarsal flare apart from tarsal fever in a halo sign on ultrasound?',
      '- Tarsal fever: is shown\n- Tarsal flare: may be shown',
    ],
    [
      'vignette',
      'disease:splenectomy:limp:sole',
      'A patient after splenectomy presents with a limp. Ultrasound shows a halo sign. Lesions are seen on ultrasound on the sole. Which disease fits?',
      'When a patient after splenectomy presents with a limp, ultrasound shows a halo sign, and lesions are seen on ultrasound on the sole, which disease fits?',
      'Tarsal fever',
    ],
    [
      'vignette',
      'treatment:night-rash',
      'A patient taking fernroot and given fernroot for hiccups presents with a night rash. Lesions show little to no flow. In tarsal fever due to this remedy, which procedure may be used to speed clearance of fernroot?',
      'A patient taking fernroot and given fernroot for hiccups presents with a night rash. Lesions show little to no flow. What is the procedure that may be used in tarsal fever due to this remedy to speed clearance of fernroot?',
      'Foot washing',
    ],
    [
      'vignette',
      'disease:children:swelling',
      'A child, with tarsal fever, presents with softening of the arch. Ultrasound shows swelling. Which disease fits?',
      'When a child, with tarsal fever, presents with softening of the arch and ultrasound shows swelling, which disease fits?',
      'Tarsal flare',
    ],
  ])('%s, %s', (form, key, ...texts) => {
    expect(textsOf(form, key)).toEqual(texts)
  })

  it('ask a chain step by step, too', () => {
    const items = deck.notes.filter((note) => note.form === 'chain').flatMap((note) => note.cards.slice(1))
    expect(items.map(({ key, fronts, back }) => [key, clozeText(fronts[0] ?? '', { hidden: true }), back])).toEqual([
      [
        'item:action',
        'In tarsal fever, the steps that can lead from the K virus to the limp, as the source gives them: invasion of the [which cell], then softening of the arch.',
        'chondrocyte',
      ],
      [
        'item:consequence',
        'In tarsal fever, the steps that can lead from the K virus to the limp, as the source gives them: invasion of the chondrocyte, then [which change].',
        'softening of the arch',
      ],
    ])
  })

  it('name each fact that a word of theirs rests on', () => {
    const named = deck.notes.filter((note) => note.form === 'vignette').map((note) => note.facts)
    expect(named).toEqual([
      ['finding', 'presentation', 'risk', 'sites'],
      ['at-risk', 'flare', 'outcome'],
      ['extent', 'foremost', 'presentation', 'use', 'washing'],
    ])
  })
})
