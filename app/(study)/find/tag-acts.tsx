'use client'
// What can be done with a tag itself, in all notes at once: another name, which may be that of a tag that is there, or none.

import { type FormEvent, useId, useState } from 'react'
import { cleanTag, LONGEST_TAG } from '#lib/core/search/tags.ts'
import { send } from '../../_ui/send.ts'
import { count } from '../../_ui/words.ts'
import { Ask, Choice } from './ask.tsx'
import styles from './find.module.css'

/** `to` is the tag's name by now; null: it is gone. */
type Props = { tag: string; onDone: (done: { change: string; words: string; to: string | null }) => void }

export function TagActs({ tag, onDone }: Props) {
  const id = useId()
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const close = () => {
    setAsking(null)
    setFault(null)
  }
  async function change(method: 'PUT' | 'DELETE', body: unknown, to: string | null) {
    const sent = await send<{ change: string; notes: number }>(method, '/api/tags', body)
    if (!sent.ok) return setFault(sent.code === 'not-found' ? 'No note has this tag by now.' : sent.message)
    close()
    const notes = count(sent.value.notes, 'note')
    const words = to === null ? `The tag “${tag}” is gone from ${notes}.` : `“${tag}” is “${to}” now, in ${notes}.`
    onDone({ change: sent.value.change, words, to })
  }
  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('to')
    const to = cleanTag(typeof text === 'string' ? text : '')
    if (to === '') return setFault('A tag needs a name. Write one.')
    if (to === tag) return close()
    void change('PUT', { from: tag, to }, to)
  }
  const error = (
    <p className="err" id={`${id}fault`} role="alert">
      {fault}
    </p>
  )
  return (
    <div className={`do ${styles.tagActs}`}>
      <button type="button" onClick={() => setAsking('rename')}>
        Rename tag
      </button>
      <button type="button" className="bad" onClick={() => setAsking('delete')}>
        Delete tag
      </button>
      {asking === 'rename' && (
        <Ask title={`Rename “${tag}”`} onClose={close}>
          <form className={styles.form} onSubmit={rename} noValidate>
            <div className="field">
              <label htmlFor={id}>New name</label>
              <input
                className="inp"
                id={id}
                name="to"
                defaultValue={tag}
                maxLength={LONGEST_TAG}
                autoComplete="off"
                aria-invalid={fault !== null}
                aria-describedby={`${id}fault ${id}hint`}
              />
              {error}
              <p className="hint" id={`${id}hint`}>
                With the name of a tag that is there, the two become one. neuro::mri lies within neuro; what lies within this one comes
                along.
              </p>
            </div>
            <Choice verb="Rename tag" opposite="Leave it" onClose={close} />
          </form>
        </Ask>
      )}
      {asking === 'delete' && (
        <Ask title={`Delete the tag “${tag}”?`} onClose={close}>
          <p>It goes from every note, with all tags within it. The notes and their cards stay. For 30&nbsp;days it can be undone.</p>
          {error}
          <p className="acts">
            <button className="btn btn-eosin" type="button" onClick={() => void change('DELETE', { tag }, null)}>
              Delete tag
            </button>
            <button className="btn btn-quiet" type="button" onClick={close}>
              Keep it
            </button>
          </p>
        </Ask>
      )}
    </div>
  )
}
