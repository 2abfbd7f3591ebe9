'use client'
// Stands in for the whole document when its layout failed, so it brings its own styles and no navigation.

import { Failure } from './_frame/failure.tsx'
import './tokens.css'
import './globals.css'

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page failed to load · Myelin</title>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  )
}
