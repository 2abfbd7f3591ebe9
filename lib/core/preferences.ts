// What a learner prefers about the app: how it looks and how the review behaves. None of it decides a placement.

/** What a key of the review may do. */
export const COMMANDS = [
  'go',
  'again',
  'hard',
  'good',
  'easy',
  'undo',
  'source',
  'edit',
  'bury',
  'suspend',
  'information',
  'keys',
  'leave',
] as const
export type Command = (typeof COMMANDS)[number]

/** The keys of each command, as KeyboardEvent names them, letters in lower case; a command without any has none. */
export type KeyMap = Readonly<Record<Command, readonly string[]>>

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const TEXT_SIZES = ['small', 'normal', 'large', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export type Preferences = {
  theme: Theme
  /** Of cards in review. */
  textSize: TextSize
  /** Two: Again and Good. */
  buttons: 'four' | 'two'
  /** A clock beside the card counts the seconds that an answer takes. */
  timer: boolean
  /** The source opens with every answer. */
  source: boolean
  /** Whether single keys act in the review. */
  keysOn: boolean
  keys: KeyMap
}

export const DEFAULT_KEYS: KeyMap = {
  go: [' ', 'Enter'],
  again: ['1'],
  hard: ['2'],
  good: ['3'],
  easy: ['4'],
  undo: ['u', 'z'],
  source: ['s'],
  edit: ['e'],
  bury: ['-'],
  suspend: ['@'],
  information: ['i'],
  keys: ['?'],
  leave: ['Escape'],
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  textSize: 'normal',
  buttons: 'four',
  timer: false,
  source: false,
  keysOn: true,
  keys: DEFAULT_KEYS,
}

/** What a person calls each command. */
export const COMMAND_NAMES: Readonly<Record<Command, string>> = {
  go: 'Show the answer, then Good',
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
  undo: 'Undo',
  source: 'Source',
  edit: 'Edit the note',
  bury: 'Bury until tomorrow',
  suspend: 'Suspend',
  information: 'Card information',
  keys: 'All keys',
  leave: 'End the sitting',
}

const CAPS: Readonly<Record<string, string>> = { ' ': 'Space', Escape: 'Esc' }

/** A key as its cap reads: "Space", "U", "Esc". */
export function capOf(key: string): string {
  return CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

/** A key as a KeyMap holds it: letters in lower case, so that Shift and Caps Lock make no difference. */
export function keyName(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key
}

/** Keys that the page needs for itself: they move the focus or the page, or mean nothing alone. */
const NEEDED =
  /^(Tab|Arrow\w+|Home|End|Page\w+|Shift|Control|Alt\w*|Meta|CapsLock|NumLock|Fn\w*|F\d+|Dead|Process|Unidentified|ContextMenu)$/

/** Why `key` cannot be given to `command`, as a sentence that says what to do; null where it can. */
export function keyRefusal(keys: KeyMap, command: Command, key: string): string | null {
  if (NEEDED.test(key)) return `${capOf(key)} is needed by the page or the browser. Choose a letter, a digit or a sign.`
  const holder = COMMANDS.find((other) => keys[other].includes(key))
  if (holder === undefined) return null
  if (holder === command) return `${capOf(key)} does that already.`
  return `${capOf(key)} is taken by “${COMMAND_NAMES[holder]}”. Choose another key, or take it away there first.`
}

/** The first thing wrong with a whole map, as a sentence; null where it holds. */
export function keyMapRefusal(keys: KeyMap): string | null {
  let checked: KeyMap = { ...DEFAULT_KEYS, ...Object.fromEntries(COMMANDS.map((command) => [command, []])) }
  for (const command of COMMANDS) {
    for (const key of keys[command]) {
      const refusal = keyRefusal(checked, command, key)
      if (refusal !== null) return refusal
      checked = { ...checked, [command]: [...checked[command], key] }
    }
  }
  return null
}
