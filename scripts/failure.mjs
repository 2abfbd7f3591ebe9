/** A failure that the person at the terminal can mend: its message is the one sentence that they read. */
export class Failure extends Error {
  /** @override */
  name = 'Failure'
}

/**
 * Ends the process with what the person needs: the sentence of an expected failure, all of an unexpected one.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  const expected = error instanceof Error && (error.name === 'Failure' || error.name === 'InvalidSetting')
  console.error(expected ? error.message : error)
  process.exit(1)
}
