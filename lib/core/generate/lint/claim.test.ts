import { expect, it } from 'vitest'
import type { Noun } from '../noun.ts'
import { claimOf, resolved } from './claim.ts'

it.each([
  ['Which virus causes fever?', 'The K virus', ['⟨The K virus⟩ virus causes fever']],
  [
    'The K virus causes fever. In what share of adults is it latent?',
    'A third',
    ['The K virus causes fever.', 'In ⟨A third⟩ share of adults is it latent'],
  ],
  ['How much flow does it show?', 'Little', ['⟨Little⟩ much flow does it show']],
  ['Why does the limp arise?', 'Because of swelling', [' does the limp arise because of swelling']],
  ['How does the virus cause fever?', 'It invades cells.', ['How does the virus cause fever?', 'It invades cells.']],
  ['When a patient who limps has a rash, which disease fits?', 'Fever', ['When a patient who limps has a rash, ⟨Fever⟩ disease fits']],
  ['The virus, which causes fever, lives in which host?', 'Man', ['The virus, which causes fever, lives in ⟨Man⟩ host']],
  ['Fever', 'K virus', ['Fever', 'K virus']],
])('%s %s', (front, back, claim) => {
  expect(claimOf(front, back)).toEqual(claim)
})

const ivy: Noun = { id: 'ivy', text: 'ivy salve', count: 'one', kind: 'salve' }

it.each([
  [
    ['A child on ivy salve limps.', 'Which fever is due to this salve'],
    ['A child on ivy salve limps.', 'Which fever is due to ivy salve'],
  ],
  [['Due to ivy salve, washing speeds clearance of the salve.'], ['Due to ivy salve, washing speeds clearance of ivy salve.']],
  [['Which fever is due to this salve'], ['Which fever is due to this salve']],
  [['⟨Ivy salve⟩ is the salve that soothes'], ['⟨Ivy salve⟩ is the salve that soothes']],
])('%j names what was named before', (claim, expected) => {
  expect(resolved(claim, [ivy])).toEqual(expected)
})
