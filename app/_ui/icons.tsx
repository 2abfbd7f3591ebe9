// The drawn icons, 1.6 px strokes. Each is decoration: the words or the label beside it say what it means.

export function CloseIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden="true">
      <path d="m3 3 10 10M13 3 3 13" />
    </svg>
  )
}

export function UndoIcon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M4 8h8.5a4 4 0 0 1 0 8H8" />
      <path d="M7.5 4.5 4 8l3.5 3.5" />
    </svg>
  )
}

export function MoreIcon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <circle cx="4" cy="10" r="1.6" />
      <circle cx="10" cy="10" r="1.6" />
      <circle cx="16" cy="10" r="1.6" />
    </svg>
  )
}

/** A fibre that is cut: answers wait on this side of it. */
export function CutFibreIcon() {
  return (
    <svg width="30" height="12" viewBox="0 0 30 12" fill="currentColor" aria-hidden="true">
      <path d="M0 5.25h11v1.5H0zM19 5.25h11v1.5H19z" />
      <rect x="2" y="2.5" width="7" height="7" rx="1.5" />
      <rect x="21" y="2.5" width="7" height="7" rx="1.5" />
    </svg>
  )
}

/** Points right; turned, down. */
export function ChevronIcon() {
  return (
    <svg width="10" height="12" viewBox="0 0 10 12" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden="true">
      <path d="m3 2 4 4-4 4" />
    </svg>
  )
}

/** A proofreader's caret. */
export function CaretIcon() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden="true">
      <path d="m3 14 6-10 6 10" />
    </svg>
  )
}
