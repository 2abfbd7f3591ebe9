import { checkHealth } from '#lib/study/health.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { healthy, health } = await checkHealth()
  return Response.json(health, { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
