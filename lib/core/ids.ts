// Ids are UUID text. Each kind has a brand of its own, so that a card's id is never passed where a note's is meant.

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type UserId = Id<'User'>
export type DeckId = Id<'Deck'>
export type NoteId = Id<'Note'>
export type CardId = Id<'Card'>
export type PresetId = Id<'Preset'>
export type PresetVersionId = Id<'PresetVersion'>
export type EventId = Id<'Event'>
/** The act that an event belongs to: an event that stands alone is its own group. */
export type GroupId = Id<'Group'>
export type DeviceId = Id<'Device'>
