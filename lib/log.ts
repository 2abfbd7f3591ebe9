/** The server's log: one JSON object a line, to standard output, without anything that tells who a learner is. */
import { pino } from 'pino'

/** Ids of rows, and hashes that name an image. */
const names = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{64}/gi

/** A path as the log shows it: without query, and with ids blanked, which would tell one learner from another. */
export const loggedPath = (url: string): string => (url.split('?', 1)[0] ?? '').replaceAll(names, ':id').slice(0, 200)

export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
