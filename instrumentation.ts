// Next calls these: once when the server starts, and for every request that throws.

import type { Instrumentation } from 'next'

export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { startDailyWork } = await import('#lib/jobs/daily.ts')
  startDailyWork()
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath, routeType }) => {
  const { log } = await import('#lib/log.ts')
  log.error({ err: error, method: request.method, route: routePath, type: routeType }, 'request failed')
}
