// What a rule sees of a card: its texts as a person reads them, and the facts that it must be true to.

import { gapsOf } from '../../markup/cloze.ts'
import { clozeText, plainText } from '../../markup/plain.ts'
import type { FactBase } from '../fact-base.ts'
import type { CardKind, GeneratedBase, GeneratedCard, GeneratedNote } from '../generated.ts'
import { claimOf, resolved, sentencesOf } from './claim.ts'
import { rowsOf, sidesOf, type Side } from './sides.ts'
import { lintBaseOf, lintFact, type LintBase, type LintFact } from './fact.ts'
import { rolesIn, type Role } from './roles.ts'

export type LintCard = {
  guid: string
  key: string
  kind: CardKind
  topic: string
  /** The relation that wrote it, or the way in which it combines facts. */
  form: string
  /** Ids that the card names, whether or not the base has them. */
  factIds: readonly string[]
  /** The fact that the note asks for, whose hedge and scope the card must keep. */
  own: LintFact | undefined
  /** All facts that the card rests on. */
  facts: readonly LintFact[]
  /** Everything that its facts say. */
  truth: string
  /** What fills the gaps of the front, and the hints in their place. */
  gaps: readonly { answer: string; hint: string | null }[]
  /** Plain text; a gap reads `[hint]`. */
  front: string
  back: string
  /** Front with its gap filled, and back: all that the card says. */
  said: string
  /** The card as statements: the front with its gap filled, or with the answer in the place of what it asks for. */
  claim: readonly string[]
  /** Names of the claim in their parts, and clause by clause. */
  roles: readonly Role[]
  clauses: readonly (readonly Role[])[]
  /** Items of a list, each alone; else the back. */
  answers: readonly string[]
  /** What the answer says of each of the things that it contrasts. */
  sides: readonly Side[]
  /** Whether it puts several facts together. */
  combines: boolean
  /** Sentences of its explanation. */
  explained: readonly string[]
  base: LintBase
}

export type Deck = {
  facts: ReadonlyMap<string, LintFact>
  base: LintBase
  cards: readonly LintCard[]
  notes: readonly GeneratedNote[]
}

/** A deck beside its base: every wording of every card. */
export function deckToLint(base: FactBase, generated: GeneratedBase): Deck {
  const lintBase = lintBaseOf(base, generated)
  const facts = new Map(generated.facts.map((fact) => [fact.id, lintFact(fact, base, lintBase)]))
  const cards = generated.notes.flatMap((note) =>
    note.cards.flatMap((card) => card.fronts.map((front) => lintCard(note, { ...card, front }, facts, lintBase))),
  )
  return { facts, base: lintBase, cards, notes: generated.notes }
}

/** One wording of a card as the rules see it. */
export function lintCard(
  note: GeneratedNote,
  card: Omit<GeneratedCard, 'fronts'> & { front: string },
  facts: ReadonlyMap<string, LintFact>,
  base: LintBase,
): LintCard {
  const back = plainText(card.back)
  const filled = clozeText(card.front, { hidden: false })
  const known = card.facts.flatMap((id) => facts.get(id) ?? [])
  const claim = card.kind === 'cloze' ? sentencesOf(filled) : resolved(claimOf(filled, card.kind === 'list' ? '' : back), base.nouns)
  return {
    guid: note.guid,
    key: card.key,
    kind: card.kind,
    topic: note.topic,
    form: note.form,
    factIds: card.facts,
    own: facts.get(note.own ?? ''),
    facts: known,
    truth: known.flatMap((fact) => [fact.told, ...fact.texts]).join(' | '),
    gaps: gapsOf(card.front).map(({ answer, hint }) => ({ answer: plainText(answer), hint })),
    front: card.kind === 'cloze' ? clozeText(card.front, { hidden: true }) : filled,
    back,
    said: `${filled} ${back}`,
    claim,
    roles: rolesIn(claim, base.grammar),
    clauses: claim.flatMap((sentence) => sentence.split(/,(?: and)? /)).map((clause) => rolesIn([clause], base.grammar)),
    answers: card.kind === 'list' ? rowsOf(back) : [back],
    sides: card.kind === 'list' ? sidesOf(back) : [],
    combines: note.facts.length > 1,
    explained: card.why === null ? [] : sentencesOf(card.why.text),
    base,
  }
}
