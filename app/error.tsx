'use client'

import { Failure } from './_frame/failure.tsx'
import { FrontHead } from './_frame/head.tsx'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <FrontHead />
      <Failure error={error} retry={retry} />
    </>
  )
}
