// Tells a database that is away for a moment from a fault of ours: the first is worth trying again.

import { Prisma } from './generated/client.ts'

/** Prisma's codes for a server that cannot be reached, a connection that broke, and a pool with none to spare. */
const AWAY_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028'])
/** Postgres's: connection failures (08), shutting down and starting up (57P), too many connections (53300). */
const AWAY_STATES = /^(08|57P|53300)/
const AWAY_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])

export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  for (const code of codesOf(error)) {
    if (AWAY_CODES.has(code) || AWAY_STATES.test(code) || AWAY_SYSTEM.has(code)) return true
  }
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(error.message)
}

/** The codes of an error and of what caused it; the driver's own lies a few levels down. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const fields = error as Record<string, unknown>
  const own = [fields['code'], fields['originalCode']].filter((code) => typeof code === 'string')
  const inner = [fields['cause'], fields['meta'], fields['driverAdapterError']].flatMap((value) => codesOf(value, depth + 1))
  return [...own, ...inner]
}
