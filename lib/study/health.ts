/** Whether Myelin can serve: the app runs, the database answers, and nothing waits to be migrated. */
import { databaseStatus } from '#lib/db/health.ts'

export type Health = {
  app: 'ok'
  database: 'ok' | 'unreachable'
  migrations: { applied: number; pending: number }
}

/** Never throws: a database that is away is an answer. */
export async function checkHealth(): Promise<{ healthy: boolean; health: Health }> {
  const { reachable, applied, pending } = await databaseStatus()
  return {
    healthy: reachable && pending === 0,
    health: { app: 'ok', database: reachable ? 'ok' : 'unreachable', migrations: { applied, pending } },
  }
}
