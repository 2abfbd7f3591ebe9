import { describe, expect, it } from 'vitest'
import { combinings } from './combinations.ts'
import { parsed, tarsalFeverText } from './fixtures/bases.ts'
import { generateBase } from './generate.ts'
import { lintBase } from './lint.ts'
import { relations } from './relations.ts'

const base = parsed(tarsalFeverText)
const deck = generateBase(base)

function cardOf(fact: string, key: string): [front: string | undefined, back: string | undefined] {
  const cards = deck.notes.filter((note) => note.own === fact).flatMap((note) => note.cards)
  const card = cards.find((candidate) => candidate.key === key)
  return [card?.fronts[0], card?.back]
}

describe('relations', () => {
  it('are at most 25, and the invented base uses each', () => {
    expect(relations.size + combinings.size).toBeLessThanOrEqual(25)
    expect(new Set(base.facts.map((fact) => fact.relation))).toEqual(new Set(relations.keys()))
    expect(new Set(base.combinations.map((one) => one.relation))).toEqual(new Set(combinings.keys()))
  })

  it.each([
    ['term', 'term:ctf', 'In tarsal fever, what does CTF stand for?', 'Chronic tarsal fever'],
    ['group', 'group', 'Which group of diseases does tarsal fever probably belong to?', 'The febrile arthropathies'],
    ['cause', 'cause', 'Which virus usually causes tarsal fever?', 'The K virus'],
    ['action', 'target', 'Which cell can the K virus invade in tarsal fever?', 'The chondrocyte'],
    ['action', 'agent', 'Which virus can invade the chondrocyte in tarsal fever?', 'The K virus'],
    [
      'consequence',
      'result',
      'In tarsal fever, which consequence may invasion of the chondrocyte by the K virus have?',
      'Softening of the arch',
    ],
    [
      'consequence',
      'origin',
      'In tarsal fever, which process may result in softening of the arch?',
      'Invasion of the chondrocyte by the K virus',
    ],
    ['consequence', 'how', 'How may the K virus lead to softening of the arch in tarsal fever?', 'It invades the chondrocyte.'],
    [
      'consequence',
      'disease',
      'In which disease may invasion of the chondrocyte by the K virus lead to softening of the arch?',
      'Tarsal fever',
    ],
    ['outcome', 'result', 'Which change does tarsal flare result in?', 'Softening of the arch'],
    ['prevalence', 'share', 'The K virus usually causes tarsal fever. In what share of adults is it latent?', 'Over a third'],
    [
      'prerequisite',
      'condition',
      'The K virus usually causes tarsal fever. It causes no illness unless the spleen is in which state?',
      'Absent',
    ],
    ['prerequisite', 'effect', 'The K virus usually causes tarsal fever. What does it cause unless the spleen is absent?', 'No illness'],
    ['risk', 'whole', 'Which three exposures may predispose to tarsal fever?', '- Travel\n- Splenectomy\n- Herbal remedies'],
    [
      'risk',
      'item:splenectomy',
      'Exposures that may predispose to tarsal fever: travel, {{c1::splenectomy::which operation}}, …',
      'splenectomy',
    ],
    ['foremost', 'foremost', 'Among herbal remedies that predispose to tarsal fever, which is the most significant?', 'Fernroot'],
    ['foremost', 'class', 'Fernroot is the most significant of which class of agents that predispose to tarsal fever?', 'Herbal remedies'],
    ['use', 'against', 'Fernroot predisposes to tarsal fever. Which complaint is it often given for?', 'Hiccups'],
    ['use', 'treatment', 'Which remedy that predisposes to tarsal fever is often given for hiccups?', 'Fernroot'],
    [
      'presentation',
      'whole',
      'Which three signs are typical of tarsal fever (not necessarily all in one patient)?',
      '- A limp\n- A night rash\n- A hoarse voice',
    ],
    [
      'presentation',
      'item:limp',
      'Signs typical of tarsal fever (not necessarily all in one patient): {{c1::a limp::gait sign}}, a night rash, …',
      'a limp',
    ],
    [
      'presentation',
      'item:hoarse-voice',
      'Signs typical of tarsal fever (not necessarily all in one patient): a limp, a night rash, a hoarse {{c1::voice::hoarse what}}.',
      'voice',
    ],
    ['why', 'why', 'What is given as the cause of the limp of tarsal fever?', 'Softening of the arch beneath the skin'],
    [
      'why',
      'where',
      'Where does the softening of the arch lie that is given as the cause of the limp of tarsal fever?',
      'Beneath the skin',
    ],
    ['finding', 'finding', 'Which appearance does ultrasound show in tarsal fever?', 'A halo sign'],
    ['finding', 'test', 'Which test shows a halo sign in tarsal fever?', 'Ultrasound'],
    ['counts', 'finding', 'What do basic blood counts (such as cell counts) typically show in tarsal fever?', 'Normal results'],
    ['flare', 'whole', 'Which two findings may ultrasound show in tarsal flare?', '- A halo sign\n- Swelling'],
    ['flare', 'item:swelling', 'In tarsal flare, ultrasound may show a halo sign or {{c1::swelling::which change}}.', 'swelling'],
    ['site', 'site', 'In which part of the foot are lesions of tarsal fever common?', 'The heel'],
    [
      'sites',
      'whole',
      'Besides the heel, on which three parts of the foot may lesions of tarsal fever also be seen on ultrasound?',
      '- The toes\n- The sole\n- The instep',
    ],
    ['extent', 'amount', 'How much flow do lesions of tarsal fever show?', 'Little to none'],
    [
      'diagnosis',
      'basis',
      'If the season is summer, from which two investigations is the diagnosis of tarsal fever made?',
      'Imaging together with a swab',
    ],
    [
      'diagnosis',
      'situation',
      'In which situation is the diagnosis of tarsal fever made from imaging together with a swab?',
      'When the season is summer',
    ],
    ['prognosis', 'outlook', 'What is the prognosis of tarsal fever in children?', 'It stays good.'],
    ['quantity', 'value', 'In tarsal fever after splenectomy, what may the duration of fever be?', 'Up to 9 days'],
    ['quantity', 'cases', 'In tarsal fever after which operation may the duration of fever be up to 9 days?', 'Splenectomy'],
    ['complication', 'complication', 'Which complication does tarsal fever rarely have?', 'Tarsal flare'],
    ['at-risk', 'whole', 'In which two groups of people may tarsal flare complicate tarsal fever?', '- Children\n- Adults'],
    ['management', 'aim', 'What aim does management of tarsal fever center on?', 'Rest'],
    [
      'washing',
      'treatment',
      'In tarsal fever due to fernroot, which procedure may be used to speed clearance of the remedy?',
      'Foot washing',
    ],
    ['washing', 'why', 'Why may foot washing be used in tarsal fever due to fernroot?', 'To speed clearance of the remedy'],
    ['washing', 'aim', 'Toward which aim of management may foot washing be used in tarsal fever due to fernroot?', 'Rest'],
    ['ivy', 'treatment', 'From which salve may cases of tarsal fever not due to travel profit?', 'Ivy salve'],
    ['ivy', 'cases', 'Which cases of tarsal fever may profit from ivy salve?', 'Those not due to travel'],
    ['benefit', 'certainty', 'What is known of the benefit of steroids in tarsal fever?', 'It is not clear.'],
    ['benefit', 'treatment', 'The benefit of which drugs in tarsal fever is not clear?', 'Steroids'],
  ])('%s, %s', (fact, key, front, back) => {
    expect(cardOf(fact, key)).toEqual([front, back])
  })

  it('write a deck of another field that passes every rule', () => {
    expect(lintBase(base, deck).errors).toEqual([])
  })
})
