/** The one place where the server reads the time. */
import { environment } from './env.ts'

/** Milliseconds since the epoch, shifted by CLOCK_OFFSET_MS so that tests can live in another day. */
export const now = (): number => Date.now() + environment().clockOffsetMs
