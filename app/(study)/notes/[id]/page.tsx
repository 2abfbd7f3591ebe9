// Edits a note: one of the learner's own, or the texts of one that a fact base made.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireUser } from '#lib/auth/require-user.ts'
import type { NoteId } from '#lib/core/ids.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { getNote } from '#lib/study/get-note.ts'
import { previewGenerated, previewNote } from '#lib/study/preview-note.ts'
import { Head, whoIs } from '../../../_frame/head.tsx'
import { pageNonce } from '../../../page-nonce.ts'
import { Editor } from '../../_note/editor.tsx'

export const metadata: Metadata = { title: 'Note' }

export default async function NotePage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser()
  const id = readUuid<NoteId>((await params).id)
  const view = id && (await getNote(user.id, id))
  if (!id || !view) notFound()
  const { kind, fields, tags, deckId, version } = view.note
  const start = { kind, fields, tags: tags.join(', '), deckId, version }
  const preview = kind === null ? await previewGenerated(user.id, id, fields) : previewNote(kind, fields)
  return (
    <>
      <Head current="decks" who={whoIs(user)} />
      <Editor
        key={id}
        learner={user.id}
        zone={user.zone}
        noteId={id}
        start={start}
        decks={view.decks}
        preview={preview}
        nonce={await pageNonce()}
      />
    </>
  )
}
