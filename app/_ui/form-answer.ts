// What a form carries to its action and hears back from it.

/** By the name of a field: what is wrong with it, as a sentence. */
export type Faults = Readonly<Record<string, string>>

/** `message` says what is wrong with none of the fields alone. */
export type FormAnswer = { ok: true; codes?: readonly string[] } | { ok: false; message: string | null; faults: Faults }

/** A field's text; a file, or a field that is not there, is no text. What an action was sent need not even be a form. */
export function textOf(form: FormData, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? value : ''
}
