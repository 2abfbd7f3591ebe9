// Whether a request that changes something comes from a page of ours. Next checks this for server actions, not for handlers.

/**
 * By Sec-Fetch-Site where the browser sends it; over plain http beyond this machine it does not, and then the Origin must be
 * this host or the public address. A request that names neither is refused: every browser sends one of them with a POST.
 */
export function isSameSite(headers: Headers, publicUrl: string | undefined): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return new URL(origin).host === headers.get('host') || (publicUrl !== undefined && origin === new URL(publicUrl).origin)
}
