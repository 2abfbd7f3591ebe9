import { now } from '#lib/clock.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { deckInput } from '#lib/http/note-input.ts'
import { problem } from '#lib/http/problem.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { deleteDeck } from '#lib/study/delete-deck.ts'
import { editDeck } from '#lib/study/edit-deck.ts'
import { act, actOn, done } from '../../edit.ts'

type Context = { params: Promise<{ id: string }> }

/** Renames or moves a deck. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return actOn(request, deckInput, async (user, { version, ...to }) => {
    const id = readUuid<DeckId>((await params).id)
    if (id === null) return problem('not-found')
    const edited = await editDeck(user.id, now(), id, version, to)
    if (edited.ok) return done(edited)
    switch (edited.code) {
      case 'stale':
        return problem('stale', { beside: { current: edited.current } })
      case 'refused':
        return problem('refused', { message: 'A deck cannot lie within itself. Choose another place for it.' })
      case 'not-found':
        return problem('not-found')
      default:
        return edited satisfies never
    }
  })
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return act(request, async (user) => {
    const id = readUuid<DeckId>((await params).id)
    const deleted = id && (await deleteDeck(user.id, now(), id))
    return deleted?.ok ? done(deleted) : problem('not-found')
  })
}
