// Ids as they come in an address or a form.

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The id in small letters, or null where the text is no UUID. */
export function readUuid<Id extends string>(text: string | null): Id | null {
  return text !== null && FORM.test(text) ? (text.toLowerCase() as Id) : null
}
