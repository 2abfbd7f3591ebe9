import { describe, expect, test } from 'vitest'

import { InvalidSetting, readEnvironment } from './env.ts'

test('without settings, Myelin serves this machine alone', () => {
  expect(readEnvironment({})).toEqual({
    host: '127.0.0.1',
    port: null,
    publicUrl: null,
    databaseUrl: null,
    nextAuthSecret: null,
    trustProxy: false,
    guestsPerHour: 30,
    signInsPerHour: 60,
    github: null,
    google: null,
    clockOffsetMs: 0,
  })
})

describe('a setting is read', () => {
  test.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '' }, { port: null }],
    [{ PUBLIC_URL: 'https://cards.example.org/' }, { publicUrl: 'https://cards.example.org' }],
    [{ DATABASE_URL: 'postgres://me@db/x' }, { databaseUrl: 'postgres://me@db/x' }],
    [{ TRUST_PROXY: '1' }, { trustProxy: true }],
    [{ GUESTS_PER_HOUR: '0' }, { guestsPerHour: 0 }],
    [{ SIGN_INS_PER_HOUR: '1' }, { signInsPerHour: 1 }],
    [{ AUTH_GITHUB_ID: 'a', AUTH_GITHUB_SECRET: 'b' }, { github: { id: 'a', secret: 'b', url: 'https://github.com' } }],
    [
      { AUTH_GOOGLE_ID: 'a', AUTH_GOOGLE_SECRET: 'b', AUTH_GOOGLE_ISSUER: 'http://127.0.0.1:9/' },
      { google: { id: 'a', secret: 'b', url: 'http://127.0.0.1:9' } },
    ],
    [{ CLOCK_OFFSET_MS: '-86400000' }, { clockOffsetMs: -86_400_000 }],
    [{ CLOCK_OFFSET_MS: '1', HOST: 'localhost' }, { clockOffsetMs: 1 }],
    [{ CLOCK_OFFSET_MS: '1', HOST: '::1' }, { clockOffsetMs: 1 }],
    [{ CLOCK_OFFSET_MS: '0', HOST: '0.0.0.0' }, { clockOffsetMs: 0 }],
  ])('%j', (source, expected) => {
    expect(readEnvironment(source)).toMatchObject(expected)
  })
})

describe('a setting that cannot be used is named', () => {
  test.each([
    [{ PORT: '65536' }, 'PORT must be'],
    [{ PORT: '3000a' }, 'PORT must be'],
    [{ PUBLIC_URL: 'cards.example.org' }, 'PUBLIC_URL must be'],
    [{ PUBLIC_URL: 'https://example.org/cards' }, 'PUBLIC_URL must end after the host'],
    [{ DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL must be'],
    [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET must have'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be'],
    [{ GUESTS_PER_HOUR: '-1' }, 'GUESTS_PER_HOUR must be'],
    [{ SIGN_INS_PER_HOUR: '0' }, 'SIGN_INS_PER_HOUR must be'],
    [{ AUTH_GITHUB_ID: 'a' }, 'AUTH_GITHUB_ID and AUTH_GITHUB_SECRET belong together'],
    [{ AUTH_GOOGLE_SECRET: 'b' }, 'AUTH_GOOGLE_ID and AUTH_GOOGLE_SECRET belong together'],
    [{ AUTH_GITHUB_URL: 'github' }, 'AUTH_GITHUB_URL must be'],
    [{ CLOCK_OFFSET_MS: '1.5' }, 'CLOCK_OFFSET_MS must be'],
    [{ CLOCK_OFFSET_MS: '1', HOST: '0.0.0.0' }, 'CLOCK_OFFSET_MS is for tests'],
    [{ CLOCK_OFFSET_MS: '1', HOST: '127.0.0.1.example.org' }, 'CLOCK_OFFSET_MS is for tests'],
  ])('%j', (source, sentence) => {
    expect(() => readEnvironment(source)).toThrow(InvalidSetting)
    expect(() => readEnvironment(source)).toThrow(sentence)
  })
})
