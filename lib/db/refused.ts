// Tells what Postgres refuses in a value that was given to it from a fault of ours.

import { Prisma } from './generated/client.ts'

/** Data exceptions (22) and broken constraints (23), as Postgres numbers them. */
const REFUSED = /^2[23]/

export function isRefusedValue(error: unknown): error is Error {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  // Of a raw statement, the code is P2010 and Postgres's own lies within.
  const cause = (error.meta?.['driverAdapterError'] as { cause?: { originalCode?: string } } | undefined)?.cause
  return REFUSED.test(cause?.originalCode ?? '')
}
