import { describe, expect, it } from 'vitest'
import type { Noun } from '../noun.ts'
import { claimOf } from './claim.ts'
import { nameForms } from './clause.ts'
import { rolesIn } from './roles.ts'
import { verbsOf } from './verbs.ts'

const noun = (id: string, text = id): Noun => ({ id, text, count: 'one' })
const nouns = [
  noun('virus', 'K virus'),
  noun('cell', 'chondrocyte'),
  noun('fever', 'tarsal fever'),
  noun('sign', 'halo sign'),
  noun('test', 'ultrasound'),
]
const invade = { base: 'invade', third: 'invades', past: 'invaded', noun: 'invasion' }
const grammar = {
  names: nameForms([...nouns, noun('rash'), noun('limp'), noun('drug', 'ivy')]),
  verbs: verbsOf(new Map([['invade', invade]])),
}

function partsOf(front: string, back = ''): string {
  const claim = back === '' ? [front] : claimOf(front, back)
  return rolesIn(claim, grammar)
    .map(({ id, part }) => `${id} ${part.side}${part.of && ` ${part.of}`}`)
    .join(', ')
}

describe('rolesIn', () => {
  it.each([
    ['In tarsal fever, the K virus invades the chondrocyte.', 'fever behind in, virus does invade, cell gets invade'],
    ['The chondrocyte is invaded by the K virus.', 'cell gets invade, virus does invade'],
    ['Invasion of the chondrocyte by the K virus results in rash.', 'cell gets invade, virus does invade, rash gets cause'],
    ['Rash results from the K virus.', 'rash gets cause, virus does cause'],
    ['The K virus is given as the cause of the limp.', 'virus does cause, limp gets cause'],
    ['Tarsal fever due to ivy may be complicated by rash.', 'fever gets complicate, drug behind due to, rash does complicate'],
    ['Tarsal fever not due to ivy is rare.', 'fever is, drug behind not due to'],
    ['Signs of tarsal fever: limp, rash, …', 'fever behind of, limp listed, rash listed'],
    ['Signs of tarsal fever: …, limp, rash.', 'fever behind of, limp listed, rash listed'],
    ['Ultrasound may show a halo sign and rash.', 'test does show, sign gets show, rash gets show'],
    ['Ultrasound shows rash, and the K virus causes limp.', 'test does show, rash gets show, virus does cause, limp gets cause'],
  ])('reads %s', (sentence, parts) => {
    expect(partsOf(sentence)).toBe(parts)
  })

  it.each([
    ['Which virus causes tarsal fever?', 'The K virus', 'virus does cause, fever gets cause'],
    ['By which virus is tarsal fever caused?', 'The K virus', 'virus does cause, fever gets cause'],
    ['Which virus is caused by tarsal fever?', 'The K virus', 'virus gets cause, fever does cause'],
    ['Which cell does the K virus invade in tarsal fever?', 'The chondrocyte', 'cell gets invade, virus does invade, fever behind in'],
    ['Which sign may ultrasound show?', 'A halo sign', 'sign gets show, test does show'],
    ['Which drug is given for tarsal fever?', 'Ivy', 'drug gets give, fever behind for'],
    ['Which complaint is ivy given for?', 'Limp', 'limp behind for, drug gets give'],
    ['To which sign does the K virus lead?', 'Rash', 'rash gets cause, virus does cause'],
    ['Why does the limp arise?', 'Because of rash', 'limp gets cause, rash does cause'],
    ['Which complication may tarsal fever have?', 'Rash', 'rash does complicate, fever gets complicate'],
    ['How much rash does ultrasound show?', 'Little', 'rash gets show, test does show'],
    ['What degree of rash does ultrasound show?', 'Little', 'rash gets show, test does show'],
    ['The K virus, which causes limp, invades which cell?', 'The chondrocyte', 'virus does cause, limp gets cause, cell gets invade'],
  ])('reads %s %s', (front, back, parts) => {
    expect(partsOf(front, back)).toBe(parts)
  })
})
