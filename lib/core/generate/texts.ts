// Texts within parsed data.

/** Every text within a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Every text within the fields of that name, however deep. */
export function textsUnder(value: unknown, field: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === field ? textsIn(inner) : textsUnder(inner, field)))
}
