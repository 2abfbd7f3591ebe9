/** The settings of the environment, parsed once. docs/operations.md explains each to the person who runs Myelin. */
import { z } from 'zod'

/** A setting that cannot be used; the message says which and what to write instead. */
export class InvalidSetting extends Error {
  override name = 'InvalidSetting'
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

const wholeNumber = (sentence: string, low: number, high: number) =>
  z
    .string()
    .regex(/^-?\d+$/, sentence)
    .transform(Number)
    .refine((value) => value >= low && value <= high, sentence)

const address = (sentence: string, ...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), sentence)

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber('PORT must be a whole number from 0 to 65535.', 0, 65_535).optional(),
  PUBLIC_URL: address('PUBLIC_URL must be an address such as https://cards.example.org.', 'http:', 'https:')
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === '/' && !url.search && !url.hash, 'PUBLIC_URL must end after the host: Myelin serves no sub-folder.')
    .transform((url) => url.origin)
    .optional(),
  DATABASE_URL: address(
    'DATABASE_URL must be an address such as postgresql://user:password@host:5432/myelin; without it, Myelin runs a database of its own.',
    'postgres:',
    'postgresql:',
  ).optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'NEXTAUTH_SECRET must have at least 32 characters; without it, Myelin makes its own.').optional(),
  TRUST_PROXY: z.enum(['0', '1'], 'TRUST_PROXY must be 1 (a reverse proxy of yours adds X-Forwarded-For) or 0.').default('0'),
  GUESTS_PER_HOUR: wholeNumber('GUESTS_PER_HOUR must be a whole number from 0 to 1000000.', 0, 1_000_000).default(30),
  SIGN_INS_PER_HOUR: wholeNumber('SIGN_INS_PER_HOUR must be a whole number from 1 to 1000000.', 1, 1_000_000).default(60),
  AUTH_GITHUB_ID: z.string().optional(),
  AUTH_GITHUB_SECRET: z.string().optional(),
  AUTH_GITHUB_URL: address('AUTH_GITHUB_URL must be an address such as https://github.example.org.', 'http:', 'https:').optional(),
  AUTH_GOOGLE_ID: z.string().optional(),
  AUTH_GOOGLE_SECRET: z.string().optional(),
  AUTH_GOOGLE_ISSUER: address('AUTH_GOOGLE_ISSUER must be an address such as https://accounts.google.com.', 'http:', 'https:').optional(),
  CLOCK_OFFSET_MS: wholeNumber('CLOCK_OFFSET_MS must be a whole number of milliseconds.', -1e13, 1e13).default(0),
})

/** What a provider knows this Myelin by. `url` is where its OAuth server is. */
export type ProviderSettings = { id: string; secret: string; url: string }

export type Environment = {
  host: string
  /** null: the first free one from 3000 on. */
  port: number | null
  publicUrl: string | null
  /** null: the embedded Postgres. */
  databaseUrl: string | null
  nextAuthSecret: string | null
  trustProxy: boolean
  guestsPerHour: number
  signInsPerHour: number
  /** null: nobody signs in by it. */
  github: ProviderSettings | null
  google: ProviderSettings | null
  clockOffsetMs: number
}

/** Parses `source`; empty counts as unset. Throws InvalidSetting for the first setting that cannot be used. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settings.safeParse(set)
  if (!parsed.success) throw new InvalidSetting(parsed.error.issues[0]?.message ?? 'The environment cannot be read.')
  const env = parsed.data
  const reachable = !isLoopback(env.HOST) || env.PUBLIC_URL !== undefined || env.TRUST_PROXY === '1'
  if (env.CLOCK_OFFSET_MS !== 0 && reachable) {
    throw new InvalidSetting(
      'CLOCK_OFFSET_MS is for tests and shifts the time of every learner: unset it, or set HOST to 127.0.0.1 and neither PUBLIC_URL nor TRUST_PROXY.',
    )
  }
  return {
    host: env.HOST,
    port: env.PORT ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    nextAuthSecret: env.NEXTAUTH_SECRET ?? null,
    trustProxy: env.TRUST_PROXY === '1',
    guestsPerHour: env.GUESTS_PER_HOUR,
    signInsPerHour: env.SIGN_INS_PER_HOUR,
    github: providerSettings('GITHUB', env.AUTH_GITHUB_ID, env.AUTH_GITHUB_SECRET, env.AUTH_GITHUB_URL ?? 'https://github.com'),
    google: providerSettings('GOOGLE', env.AUTH_GOOGLE_ID, env.AUTH_GOOGLE_SECRET, env.AUTH_GOOGLE_ISSUER ?? 'https://accounts.google.com'),
    clockOffsetMs: env.CLOCK_OFFSET_MS,
  }
}

function providerSettings(name: string, id: string | undefined, secret: string | undefined, url: string): ProviderSettings | null {
  if (id !== undefined && secret !== undefined) return { id, secret, url: url.replace(/\/$/, '') }
  if (id === undefined && secret === undefined) return null
  throw new InvalidSetting(`AUTH_${name}_ID and AUTH_${name}_SECRET belong together: set both, or neither.`)
}

let current: Environment | undefined

/** The settings of this process. */
export const environment = (): Environment => (current ??= readEnvironment(process.env))
