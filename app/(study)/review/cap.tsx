// The cap of the key that does what a button does; nothing where no key does.

export function Cap({ of }: { of: string | null }) {
  return (
    of !== null && (
      <kbd className="keys-only" aria-hidden="true">
        {of}
      </kbd>
    )
  )
}
