// What is done, as the source tells it: the aim of management, treatments with their cases and purposes, and how sure their benefit is.

import { z } from 'zod'
import { asked, be, capital, is, isAsked, said, statement, words, type Verb } from '../english.ts'
import { answer, bare, brief, full, gap, which, type Noun } from '../noun.ts'
import { askBoth, asks, cloze, disease, hides, note, relation, tell, type Common, type Draft } from '../relation.ts'
import { scopeAsked } from './scope.ts'

const revolve: Verb = { base: 'revolve', third: 'revolves', past: 'revolved' }
const centerOn: Verb = { base: 'center on', third: 'centers on', past: 'centered on' }

export const management = relation(
  'management',
  (refs) => ({ aim: refs.noun }),
  (fact, { aim }) => {
    const subject = `management of ${disease(fact)}`
    const sentence = (text: string) => `${subject} ${said('one', centerOn, fact.hedge)} ${text}`
    return {
      statement: tell(fact, sentence(full(aim))),
      notes: [
        note('management', [
          asks(
            'aim',
            askBoth(fact, [
              `what aim ${asked(subject, 'one', centerOn, fact.hedge)}`,
              `around which aim ${asked(subject, 'one', revolve, fact.hedge)}`,
            ]),
            answer(aim),
          ),
          ...hides(fact, 'aim:gap', aim, sentence),
        ]),
      ],
    }
  },
)

type Purpose = { verb: Verb; what: Noun; of?: Noun | undefined }

/** "to speed clearance of the drug": what the card has named already is called by its kind. */
function purposeOf({ verb, what, of }: Purpose, fact: Common): string {
  const known = of !== undefined && fact.scope?.kind !== 'if' && of === fact.scope?.noun
  const object = of && (known && of.kind !== undefined ? `the ${of.kind}` : brief(of))
  return words('to', verb.base, brief(what), object && `of ${object}`)
}

export const treatment = relation(
  'treatment',
  (refs) => ({
    treatment: refs.noun,
    verb: refs.verb,
    /** The cases that undergo it; left out, the treatment is what the verb is done to. */
    cases: refs.noun.optional(),
    purpose: z.strictObject({ verb: refs.verb, what: refs.noun, of: refs.noun.optional() }).optional(),
    /** The aim of management that it serves, and the fact that names the aim. */
    toward: z.strictObject({ aim: refs.noun, fact: refs.fact }).optional(),
  }),
  (fact, { treatment, verb, cases, purpose, toward }) => {
    const voice = cases === undefined ? passive(fact, treatment, verb) : active(fact, treatment, verb, cases)
    const to = purpose && purposeOf(purpose, fact)
    const whys = askBoth(fact, [`why ${voice.asked}`, `for what purpose ${voice.asked}`])
    const why = to === undefined ? [] : [asks('why', whys, capital(to))]
    return {
      statement: tell(fact, words(voice.said, to)),
      notes: [
        note('treatment', [
          asks('treatment', askBoth(fact, [words(voice.which, to), words(voice.whatIs, to)]), answer(treatment)),
          ...why,
          ...(to === undefined ? scopeAsked(fact, voice) : []),
          ...aimAsked(fact, toward, voice),
        ]),
      ],
    }
  },
)

/** The sentence of a treatment, said and asked in each way; `asked` goes after "why". */
type Voice = {
  said: string
  which: string
  whatIs: string
  asked: string
  /** Said without its opening: what follows "when". */
  plain: string
  /** What follows "when tarsal fever is due to which remedy". */
  follows: string
  ofKind: (about: string) => string
  ofAny: (cases: string) => string
}

function passive(fact: Common, treatment: Noun, verb: Verb): Voice {
  const done = is(treatment.count, verb.past, fact.hedge)
  const whose = (about: string) => `in ${about} ${isAsked(full(treatment), treatment.count, verb.past, fact.hedge)}`
  return {
    said: `in ${disease(fact)}, ${full(treatment)} ${done}`,
    which: `in ${disease(fact)}, ${which(treatment)} ${done}`,
    whatIs: `what ${be(treatment.count)} the ${treatment.kind ?? 'measure'} that ${done} in ${disease(fact)}`,
    plain: `${brief(treatment)} ${done} in ${disease(fact)}`,
    follows: isAsked(full(treatment), treatment.count, verb.past, fact.hedge),
    asked: `${isAsked(brief(treatment), treatment.count, verb.past, fact.hedge)} in ${disease(fact)}`,
    ofKind: whose,
    ofAny: whose,
  }
}

function active(fact: Common, treatment: Noun, verb: Verb, cases: Noun): Voice {
  const subject = `${bare(cases)} of ${disease(fact)}`
  const object = words(verb.with, full(treatment))
  const do_ = said(cases.count, verb, fact.hedge)
  const joint = verb.with === undefined ? 'that' : `${verb.with} which`
  return {
    said: `${subject} ${do_} ${object}`,
    whatIs: `what ${be(treatment.count)} the ${treatment.kind ?? 'measure'} ${joint} ${subject} ${do_}`,
    plain: `${subject} ${do_} ${object}`,
    follows: `${asked(bare(cases), cases.count, verb, fact.hedge)} ${object}`,
    which: `${words(verb.with, which(treatment))} ${asked(subject, cases.count, verb, fact.hedge)}`,
    asked: `${asked(subject, cases.count, verb, fact.hedge)} ${object}`,
    ofKind: (about) => `${bare(cases)} of ${about} ${do_} ${object}`,
    ofAny: (which_) => `${which_} ${do_} ${object}`,
  }
}

function aimAsked(fact: Common, toward: { aim: Noun; fact: string } | undefined, voice: Voice): readonly Draft[] {
  if (toward === undefined) return []
  const aims = askBoth(fact, [`toward which aim of management ${voice.asked}`, `which aim of management is served when ${voice.plain}`])
  return [asks('aim', aims, answer(toward.aim), [toward.fact])]
}

export const benefit = relation(
  'benefit',
  (refs) => ({ treatment: refs.noun, certainty: refs.text }),
  (fact, { treatment, certainty }) => {
    const subject = `the benefit of ${brief(treatment)} in ${disease(fact)}`
    const known = is('one', certainty, fact.hedge)
    return {
      statement: tell(fact, `${subject} ${known}`),
      notes: [
        note('benefit', [
          asks('certainty', askBoth(fact, [`what is known of ${subject}`, `how sure is ${subject}`]), statement(`it ${known}`)),
          asks(
            'treatment',
            askBoth(fact, [
              `the benefit of ${which(treatment)} in ${disease(fact)} ${known}`,
              `${which(treatment)} ${treatment.count === 'one' ? 'has' : 'have'} a benefit in ${disease(fact)} that ${known}`,
            ]),
            answer(treatment),
          ),
          cloze('certainty:gap', tell(fact, `${subject} ${be('one')} ${gap(certainty, 'how certain')}`), certainty),
        ]),
      ],
    }
  },
)
