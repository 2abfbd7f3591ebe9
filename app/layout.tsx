// The document around every page: fonts, styles, and the colours of the browser's own bars.

import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import './tokens.css'
import './globals.css'
import { looksOf } from './looks.ts'

const sans = new URL('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', import.meta.url)
const serif = new URL('@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2', import.meta.url)

export const metadata: Metadata = {
  title: { default: 'Myelin: clinical facts, kept for years', template: '%s · Myelin' },
  description: 'Myelin asks for each clinical fact shortly before you would lose it, and shows where the fact comes from.',
}

const light = '#f9fbf9'
const dark = '#0e1519'

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await looksOf()
  const [inLight, inDark] = [theme === 'dark' ? dark : light, theme === 'light' ? light : dark]
  return {
    viewportFit: 'cover',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: inLight },
      { media: '(prefers-color-scheme: dark)', color: inDark },
    ],
  }
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // Every page carries the nonce of its own request, so none is rendered ahead of one.
  await connection()
  const { theme, textSize } = await looksOf()
  return (
    // The settings page changes both at once, where they stand.
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} data-text={textSize} suppressHydrationWarning>
      <body>
        {[sans, serif].map((font) => (
          <link key={font.href} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={font.href} />
        ))}
        <a className="skip" href="#main">
          Skip to content
        </a>
        {children}
      </body>
    </html>
  )
}
