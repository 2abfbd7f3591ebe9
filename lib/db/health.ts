/** What the database says about itself to the health check. */
import { database } from './client.ts'
import { migrationNames, migrationStatus } from './migration-status.ts'

/** How long the database may take before it counts as away. */
const patienceMs = 2_000

const query = async (sql: string) => ({ rows: await database().$queryRawUnsafe<{ migration_name: string }[]>(sql) })

/** Counts of migrations applied and pending; a database that is away has applied none that we know of. */
export async function databaseStatus(): Promise<{ reachable: boolean; applied: number; pending: number }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((done) => (timer = setTimeout(done, patienceMs, null)))
  const status = await Promise.race([migrationStatus({ query }).catch(() => null), late])
  clearTimeout(timer)
  if (status === null) return { reachable: false, applied: 0, pending: (await migrationNames()).length }
  return { reachable: true, applied: status.applied.length, pending: status.pending.length }
}
