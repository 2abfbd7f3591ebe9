declare const studyDay: unique symbol
/** A learner's study day, as whole civil days since 1970-01-01. */
export type StudyDay = number & { readonly [studyDay]: true }
