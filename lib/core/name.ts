// What a learner is called: by themselves, for themselves. It is shown as text and looked up nowhere.

export type ReadName = { ok: true; name: string | null } | { ok: false; message: string }

export const NAME_MAX = 60

/** Without spaces at its ends and with one between words; null: none. Letters are counted as code points. */
export function readName(typed: string): ReadName {
  const name = typed
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim()
  if (name === '') return { ok: true, name: null }
  const letters = [...name].length
  if (letters > NAME_MAX) return { ok: false, message: `${letters} letters; a name has at most ${NAME_MAX} here.` }
  // Without these, a name could turn the words around it about, or show nothing at all.
  if (/[\p{Cc}\p{Cs}\p{Co}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(name)) {
    return { ok: false, message: 'One of the characters cannot stand in a name. Type it instead of pasting it.' }
  }
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(name)
    ? { ok: true, name }
    : { ok: false, message: 'Nothing of this could be seen. Write a letter.' }
}
