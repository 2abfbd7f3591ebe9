// How a disease is found: what tests show, and what makes the diagnosis.

import { asked, capital, is, isAsked, joined, numeral, question, said, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, which, type Noun } from '../noun.ts'
import { askBoth, asks, disease, hasKind, hides, note, relation, tell, type Common, type Draft, type NoteDraft } from '../relation.ts'

const show: Verb = { base: 'show', third: 'shows', past: 'shown' }
const depend: Verb = { base: 'depend', third: 'depends', past: 'depended' }

export const finding = relation(
  'finding',
  (refs) => ({ test: refs.noun, finding: refs.oneOrMore, joint: refs.joint.default('and') }),
  (fact, { test, finding, joint }) => {
    const sentence = (text: string) => `in ${disease(fact)}, ${brief(test)} ${said(test.count, show, fact.hedge)} ${text}`
    const does = `${asked(brief(test), test.count, show, fact.hedge)} in ${disease(fact)}`
    const [only, ...more] = finding
    return {
      statement: tell(fact, sentence(joined(finding.map(full), joint))),
      notes: [
        only !== undefined && more.length === 0
          ? oneFinding(fact, test, only, sentence, does)
          : listNote({
              fact,
              form: 'finding',
              items: finding,
              whole: askBoth(fact, [
                `which ${numeral(finding.length)} findings ${does}`,
                `what are the ${numeral(finding.length)} findings that ${brief(test)} ${said(test.count, show, fact.hedge)} in ${disease(fact)}`,
              ]),
              around: sentence,
              joint,
            }),
      ],
      clue: (item) => {
        if (item !== undefined && !finding.includes(item)) return null
        const shown = item === undefined ? joined(finding.map(full), 'and') : full(item)
        return { as: 'result', text: `${brief(test)} ${said(test.count, show, undefined)} ${shown}` }
      },
      tells: (feature) => (finding.includes(feature) ? is('one', 'shown', fact.hedge) : null),
    }
  },
)

function oneFinding(fact: Common, test: Noun, finding: Noun, sentence: (text: string) => string, does: string): NoteDraft {
  const shown = is(hasKind(finding) ? finding.count : 'one', 'shown', fact.hedge)
  const findings = askBoth(fact, [`${which(finding)} ${does}`, `in ${disease(fact)}, ${which(finding)} ${shown} by ${brief(test)}`])
  const tests = askBoth(fact, [
    `${which(test)} ${said(test.count, show, fact.hedge)} ${brief(finding)} in ${disease(fact)}`,
    `by ${which(test)} ${isAsked(brief(finding), finding.count, 'shown', fact.hedge)} in ${disease(fact)}`,
  ])
  return note('finding', [
    asks('finding', findings, answer(finding)),
    ...(hasKind(test) ? [asks('test', tests, answer(test))] : []),
    ...hides(fact, 'finding:gap', finding, sentence),
  ])
}

export const diagnosis = relation(
  'diagnosis',
  (refs) => ({ from: refs.noun, together_with: refs.noun }),
  (fact, { from, together_with }) => {
    const sentence = (text: string) =>
      `the diagnosis of ${disease(fact)} ${is('one', 'made', fact.hedge)} from ${full(from)} together with ${text}`
    const made = isAsked(`the diagnosis of ${disease(fact)}`, 'one', 'made', fact.hedge)
    const depends = asked(`the diagnosis of ${disease(fact)}`, 'one', depend, fact.hedge)
    const basis = `${brief(from)} together with ${brief(together_with)}`
    return {
      statement: tell(fact, sentence(full(together_with))),
      notes: [
        note('diagnosis', [
          asks(
            'basis',
            askBoth(fact, [`from which two investigations ${made}`, `on which two investigations ${depends}`]),
            capital(`${full(from)} together with ${full(together_with)}`),
          ),
          ...hides(fact, 'together-with:gap', together_with, sentence),
          ...whenAsked(fact, [`in which situation ${made} from ${basis}`, `when ${depends} on ${basis}`]),
        ]),
      ],
    }
  },
)

function whenAsked(fact: Common, texts: readonly [string, string]): readonly Draft[] {
  if (fact.scope?.kind !== 'if') return []
  return [asks('situation', [question(texts[0]), question(texts[1])], capital(`when ${fact.scope.clause}`))]
}
