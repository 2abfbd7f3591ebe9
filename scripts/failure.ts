/** A failure that the person at the terminal can mend: its message is the one sentence that they read. */
export class Failure extends Error {
  override name = 'Failure'
}
