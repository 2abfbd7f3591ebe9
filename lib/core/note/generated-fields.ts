// The fields of a generated note: "KEY.front" and "KEY.back" of each card, "KEY.front.2" … for its further wordings, and
// "KEY.why" for what explains its answer.

/** `index` from 0. */
export function frontField(key: string, index: number): string {
  return index === 0 ? `${key}.front` : `${key}.front.${index + 1}`
}

export function backField(key: string): string {
  return `${key}.back`
}

export function whyField(key: string): string {
  return `${key}.why`
}

const field = /^(.+)\.(front|back|why)(?:\.\d+)?$/

/** The card that a field belongs to: keys may hold dots of their own. */
export function keyOfField(name: string): string {
  return field.exec(name)?.[1] ?? name
}

/** What a field is to the learner. */
export function labelOfField(name: string): string {
  switch (field.exec(name)?.[2]) {
    case 'back':
      return 'Answer'
    case 'why':
      return 'Explanation, shown after the answer'
    default:
      return name.endsWith('.front') ? 'Question' : 'Question, in other words'
  }
}

/** Card by card: its wordings, its answer, its explanation. */
export function byCardAndField(one: string, other: string): number {
  return keyOfField(one).localeCompare(keyOfField(other)) || rankOf(one) - rankOf(other)
}

function rankOf(name: string): number {
  switch (field.exec(name)?.[2]) {
    case 'why':
      return 2000
    case 'back':
      return 1000
    default:
      return name.endsWith('.front') ? 0 : numberOf(name)
  }
}

/** Every wording of a card in order; one that the learner emptied is none. */
export function wordingsOf(fields: Readonly<Record<string, string>>, key: string): readonly string[] {
  const further = Object.keys(fields)
    .filter((name) => keyOfField(name) === key && /\.front\.\d+$/.test(name))
    .toSorted((a, b) => numberOf(a) - numberOf(b))
  const all = [frontField(key, 0), ...further].map((name) => fields[name] ?? '')
  return all.filter((text, index) => index === 0 || text.trim() !== '')
}

const numberOf = (name: string) => Number(name.slice(name.lastIndexOf('.') + 1))
