// What HTML a card may hold. The list says what is allowed, so what is not thought of is not let in.

import { defaultSchema, type Options } from 'rehype-sanitize'

/** An image from elsewhere would tell its server who studies when; media of a note will come by content hash. */
const refused = new Set(['img', 'picture', 'source', 'input'])

export const safeHtml = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !refused.has(name)),
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
} satisfies Options
