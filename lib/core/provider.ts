// Who else may say who a learner is.

export const PROVIDERS = ['github', 'google'] as const
export type Provider = (typeof PROVIDERS)[number]

export const PROVIDER_NAMES = { github: 'GitHub', google: 'Google' } as const satisfies Record<Provider, string>

export const isProvider = (text: string): text is Provider => (PROVIDERS as readonly string[]).includes(text)

/** A person as a provider knows them: by an id that never changes, and by a name for people to read. */
export type Identity = { provider: Provider; id: string; label: string | null }
