import type { Metadata } from 'next'
import Link from 'next/link'
import { Head } from './_frame/head.tsx'

export const metadata: Metadata = { title: 'Nothing is here' }

/** Not found and not yours read the same: the page does not say which. */
export default function NotFound() {
  return (
    <>
      <Head current={null} who={null} />
      <main id="main" className="page">
        <div className="sec open">
          <div className="in">
            <h1 className="title">Nothing is here</h1>
            <p className="lead muted">The page was moved or deleted, or it was never yours to see.</p>
            <p className="acts">
              <Link className="btn btn-main btn-large" href="/today">
                Go to Today
              </Link>
            </p>
          </div>
        </div>
      </main>
    </>
  )
}
