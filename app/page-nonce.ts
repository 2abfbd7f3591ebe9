import { headers } from 'next/headers'

/** The nonce of this request's policy: what a page writes inline must carry it. */
export async function pageNonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
}
