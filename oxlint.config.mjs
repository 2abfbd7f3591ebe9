// The linter: who may import what, the purity of core, no cycles, and what the compiler does not see.
// scripts/rooms.test.ts proves that it notices.

/** What files may import beyond their own room; a later row replaces an earlier one for the files that it names. */
const rooms = [
  { files: ['lib/core/**'], may: ['#lib/core'] },
  { files: ['lib/core/memory.ts'], may: ['#lib/core', 'ts-fsrs'] },
  { files: ['lib/core/generate/**'], may: ['#lib/core', 'yaml', 'zod'] },
  { files: ['lib/core/markup/**'], may: ['#lib/core', 'unified', 'remark-*', 'rehype-*', 'micromark-*', 'hast', 'mdast'] },
  { files: ['lib/core/paste/**'], may: ['#lib/core', 'papaparse'] },
  { files: ['lib/core/preferences/**'], may: ['#lib/core', 'zod'] },
  { files: ['lib/core/derived-id.ts'], may: ['#lib/core', '@noble/hashes'] },
  { files: ['decks/**'], may: ['#lib/core', 'node:*'] },
  { files: ['lib/db/**'], may: ['#lib/core', '#lib/env.ts', '@prisma', 'pg', 'pg-copy-streams', 'node:*', 'uuid'] },
  { files: ['lib/study/**'], may: ['#lib/core', '#lib/db', '#decks', 'node:crypto', 'node:util', 'uuid'] },
  {
    files: ['lib/auth/**'],
    may: [
      '#lib/core',
      '#lib/db',
      '#lib/clock.ts',
      '#lib/env.ts',
      'next',
      'next-auth',
      'react',
      'node:crypto',
      'uuid',
      '@node-rs/argon2',
      '@zxcvbn-ts/language-common',
    ],
  },
  { files: ['lib/http/**'], may: ['#lib/core', '#lib/env.ts', 'zod'] },
  { files: ['lib/jobs/**'], may: ['#lib/core', '#lib/study', '#lib/clock.ts', '#lib/log.ts'] },
  { files: ['lib/device/**'], may: ['#lib/core', 'idb', 'uuid'] },
  { files: ['instrumentation.ts'], may: ['#lib/jobs', '#lib/log.ts', 'next'] },
  { files: ['lib/*.ts'], may: ['zod', 'pino'] },
  {
    files: ['app/**', 'proxy.ts'],
    may: ['#app', '#lib/study', '#lib/auth', '#lib/http', '#lib/core', '#lib/device', '#lib/clock.ts', '#lib/env.ts', '#lib/log.ts'].concat(
      ['next', 'next-auth', 'react', 'react-dom', 'zod', 'uuid', '@fontsource-variable'],
    ),
  },
  { files: ['app/_charts/**'], may: ['#lib/core/day-civil.ts', 'react', 'd3-scale', 'd3-shape'] },
  // The list of cards alone is windowed.
  {
    files: ['app/*/find/**'],
    may: ['#app', '#lib/study', '#lib/auth', '#lib/http', '#lib/core', '#lib/clock.ts', 'next', 'react', '@tanstack/react-virtual'],
  },
]

/** A relative path stays within its room: these names behind dots lead into another. */
const elsewhere = ['app', 'decks', 'lib', 'auth', 'core', 'db', 'device', 'http', 'jobs', 'study']
  .map((room) => `../**/${room}/**`)
  .concat(['../**/clock.ts', '../**/env.ts', '../**/log.ts'])

/** Patterns as in .gitignore: all is forbidden, then taken back, and a path can be taken back only below one that is. */
function allowances(path) {
  const parts = path.split('/')
  return parts.map((_, index) => `!${parts.slice(0, index + 1).join('/')}`).concat(path.endsWith('.ts') ? [] : [`!${path}/**`])
}

const mayImport = ({ files, may }) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['**', '!./**', '!../**', ...elsewhere, ...may.flatMap(allowances)],
            message: `Of other rooms and of packages, ${files[0]} may import ${may.join(', ')}; a room is named by its # path.`,
          },
        ],
      },
    ],
  },
})

const impure = ['Date', 'process', 'crypto', 'console', 'performance', 'fetch', 'globalThis', 'global', 'self', 'window', 'document']
  .concat(['navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'Buffer', 'require'])
  .concat(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'])

const purity = {
  files: ['lib/core/**'],
  rules: {
    'no-restricted-globals': ['error', ...impure.map((name) => ({ name, message: 'Core is pure: take it as an argument.' }))],
    'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Core is pure: take a seed as an argument.' }],
  },
}

const nothingImportsApp = ['error', { patterns: [{ group: ['#app/**'], message: 'Nothing imports app.' }] }]

const tests = {
  files: ['**/*.test.{ts,tsx}', '**/testing.ts', '**/*.model.ts', '**/fixtures/**'],
  rules: {
    'no-restricted-imports': nothingImportsApp,
    'no-restricted-globals': 'off',
    'no-restricted-properties': 'off',
    'typescript/no-non-null-assertion': 'off',
    'typescript/no-base-to-string': 'off',
    'typescript/require-array-sort-compare': 'off',
  },
}

/** Where Next, Playwright or a tool's config wants a default export. */
const defaultExports = {
  files: [
    'app/**/{page,layout,template,default,error,global-error,not-found,loading,manifest}.{ts,tsx}',
    '*.config.{ts,mjs}',
    'e2e/global-setup.ts',
  ],
  rules: { 'import/no-default-export': 'off' },
}

/** Playwright's tests are no vitest tests; its fixtures hand over by a function named use, and name what they need in braces. */
const endToEnd = {
  files: ['e2e/**'],
  rules: {
    'no-empty-pattern': 'off',
    'react/rules-of-hooks': 'off',
    'vitest/expect-expect': 'off',
    'vitest/valid-expect': 'off',
    'vitest/valid-title': 'off',
  },
}

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'nextjs', 'promise', 'vitest'],
  options: { typeAware: true },
  categories: { correctness: 'error' },
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'no-restricted-imports': nothingImportsApp,
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'react/exhaustive-deps': 'error',
    'react/rules-of-hooks': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // A role says more than the tag that would replace it: a group of buttons is no fieldset.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A list in two spreads is a list on two lines.
    'unicorn/no-useless-spread': 'off',
    // Our objects of functions have no `this` to lose.
    'typescript/unbound-method': 'off',
    // Letters are counted here, not the marks that Unicode joins to them.
    'typescript/no-misused-spread': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*', 'check*'] }],
    'vitest/no-conditional-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    'vitest/require-mock-type-parameters': 'off',
    'vitest/require-to-throw-message': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/valid-title': 'off',
  },
  overrides: [...rooms.map(mayImport), purity, tests, defaultExports, endToEnd],
  ignorePatterns: ['lib/db/generated', 'next-env.d.ts'],
}
