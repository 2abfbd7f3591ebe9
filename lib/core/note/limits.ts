// How much a note may hold: that of a generous card, not of a book.

export const MOST_FIELD = 20_000
export const MOST_FIELDS = 120
export const MOST_TAG = 60
export const MOST_TAGS = 50
/** Notes that are added in one act. */
export const MOST_ADDED = 5_000
