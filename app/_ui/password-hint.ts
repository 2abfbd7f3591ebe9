import { PASSWORD_MIN } from '#lib/core/password.ts'

export const NEW_PASSWORD_HINT = `${PASSWORD_MIN} or more. A sentence is good; pasting works.`
