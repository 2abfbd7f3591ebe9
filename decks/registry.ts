// The fact bases that ship with the app: each is a folder here with a facts.yaml.

export const bases = ['pml'] as const
