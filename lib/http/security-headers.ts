// What every answer tells the browser about its limits. The policy of pages is made anew for each request by proxy.ts.

/** The policy of a page. Next puts the nonce on its own scripts and styles; anything else inline is refused. */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** The policy of what is no page: opened by itself, it may load and run nothing. */
const dataPolicy = `default-src 'none'; frame-ancestors 'none'`

const unusedFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']
const twoYearsS = 63_072_000

/** The headers of every answer. HTTPS is demanded for two years only where the public address has it. */
export function securityHeaders(publicUrl: string | null): Record<string, string> {
  const headers: Record<string, string> = {
    'content-security-policy': dataPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  }
  if (publicUrl?.startsWith('https:')) headers['strict-transport-security'] = `max-age=${twoYearsS}`
  return headers
}
