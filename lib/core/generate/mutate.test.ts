import { beforeAll, describe, expect, it } from 'vitest'
import { parsed, pmlText, tarsalFeverText, wilsonText } from './fixtures/bases.ts'
import { generateBase } from './generate.ts'
import type { Rule } from './lint/rule.ts'
import { mutateBase, type Mutations } from './mutate.ts'

const share = 0.95

const classes = ['number', 'unit', 'comparator', 'negation', 'hedge', 'scope', 'name', 'list', 'causality'] as const

function mutated(text: string, rules?: readonly Rule[]): Mutations {
  const base = parsed(text)
  return mutateBase(base, generateBase(base), rules)
}

describe('mutations', { timeout: 60_000 }, () => {
  let pml: Mutations
  let wilson: Mutations
  /** Without rules every mutant survives. */
  let unseen: Mutations

  beforeAll(() => {
    pml = mutated(pmlText)
    wilson = mutated(wilsonText)
    unseen = mutated(pmlText, [])
  }, 180_000)

  it('are of nine classes', () => {
    expect(Object.keys(pml.classes)).toEqual(classes)
  })

  it.each(classes)('of class %s are caught, 95 of 100, in a deck and in a base of another field', (name) => {
    for (const { made, caught } of [pml.classes[name], wilson.classes[name]]) expect(caught).toBeGreaterThanOrEqual(share * made)
    expect(pml.classes[name].made + wilson.classes[name].made).toBeGreaterThan(0)
  })

  it('survive where no rule looks', () => {
    for (const { made, caught, survivors } of Object.values(unseen.classes)) {
      expect({ caught, survivors: survivors.length }).toEqual({ caught: 0, survivors: made })
    }
  })

  it('are caught by no rule that finds fault with the card as it was', () => {
    const always: Rule = { id: 'X', level: 'error', help: '', check: () => 'Something is wrong with every card.' }
    for (const { caught } of Object.values(mutated(tarsalFeverText, [always]).classes)) expect(caught).toBe(0)
  })

  it.each<[(typeof classes)[number], string, string]>([
    ['number', 'In PML due to HIV, how high may mortality be?', 'As high as 51%'],
    ['unit', 'In PML due to HIV, how high may mortality be?', 'As high as 50‰'],
    ['comparator', 'In PML due to HIV, how high may mortality be?', 'As low as 50%'],
    ['negation', 'Which cases of PML may benefit from cytosine arabinoside?', 'Those due to AIDS'],
    ['hedge', 'In PML due to HIV, how high will mortality be?', 'As high as 50%'],
    ['scope', 'In PML not due to HIV, how high may mortality be?', 'As high as 50%'],
    ['name', 'Which cell does the oligodendrocyte invade in PML?', 'The JC virus'],
    ['list', 'Which two findings may MRI show in PML-IRIS?', '- Mass effect'],
    ['causality', 'Which virus is caused by PML?', 'The JC virus'],
  ])('of class %s change one small thing: %s %s', (name, front, back) => {
    expect(unseen.classes[name].survivors.map((one) => `${one.front} ${one.back}`.toLowerCase())).toContain(
      `${front} ${back}`.toLowerCase(),
    )
  })
})
