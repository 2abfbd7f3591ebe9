/** What the fields of signing in are called, above them and in the summary of what is wrong. */
export const LABELS = {
  email: 'E-mail',
  password: 'Password',
  newPassword: 'New password',
  code: 'Recovery code',
  answers: 'The answers in this browser',
} as const satisfies Record<string, string>
