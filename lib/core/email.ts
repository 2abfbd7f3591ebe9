// An e-mail address as it is stored and looked up: one spelling for all that a person may type.

export type ReadEmail = { ok: true; email: string } | { ok: false; message: string }

/** As many as a mail server must take (RFC 5321, 4.5.3.1.3, without its brackets). */
const MAX_LENGTH = 254

/** NFKC and lower case, so that a full-width or capital letter is no other address; the @ is the ASCII one, and there is one. */
export function readEmail(text: string): ReadEmail {
  // NFKC would make an @ of what only looks like one, and another address of this one.
  const typed = text.trim()
  if (typed === '') return refuse('Write an e-mail address.')
  if (/[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}]/u.test(typed)) return refuse('An address has no spaces in it.')
  const [local = '', host, ...more] = typed.split('@')
  if (host === undefined) return refuse('The @ is missing.')
  if (more.length > 0) return refuse('There is more than one @.')
  const email = `${local}@${host}`.normalize('NFKC').toLowerCase()
  if (email.split('@').length !== 2 || /\p{White_Space}/u.test(email)) return refuse('One of the letters cannot stand in an address.')
  if (local === '') return refuse('The part before the @ is missing.')
  if (host === '') return refuse('The part after the @ is missing.')
  if (!/^[^.]+(\.[^.]+)+$/.test(host.normalize('NFKC'))) {
    return refuse(host.includes('.') ? 'The part after the @ has a dot too many.' : 'The part after the @ has no dot, as example.org has.')
  }
  return email.length > MAX_LENGTH ? refuse(`An address has at most ${MAX_LENGTH} letters.`) : { ok: true, email }
}

function refuse(message: string): ReadEmail {
  return { ok: false, message }
}
