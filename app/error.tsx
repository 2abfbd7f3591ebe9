'use client'

import { Failure } from './_ui/failure.tsx'
import { FrontHead } from './_ui/head.tsx'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <FrontHead />
      <Failure error={error} retry={retry} />
    </>
  )
}
