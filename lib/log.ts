/** The server's log: one JSON object a line, to standard output, without anything that tells who a learner is. */
import { pino } from 'pino'

export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
