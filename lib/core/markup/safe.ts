// What HTML a card may hold. The list says what is allowed, so what is not thought of is not let in.

import { defaultSchema, type Options } from 'rehype-sanitize'

const refused = new Set(['picture', 'source', 'input'])

export const safeHtml = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !refused.has(name)),
  attributes: {
    ...defaultSchema.attributes,
    // Where an image lies is our own doing: see images.ts.
    img: ['alt', ['src', /^\/api\/media\/[0-9a-f]{64}$/]],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
} satisfies Options
