// Who a request comes from, as far as it tells: its network for the throttles, and its browser for the list of sessions.

import { headers } from 'next/headers'
import { deviceName } from '#lib/http/device-name.ts'
import { networkOf } from '#lib/http/network.ts'

export async function requestOrigin(): Promise<{ network: string; device: string | null }> {
  const given = await headers()
  return { network: networkOf(given.get('x-myelin-address') ?? 'unknown'), device: deviceName(given.get('user-agent')) }
}
