import type { NextConfig } from 'next'

const distDir = process.env['NEXT_DIST_DIR'] || '.next'

const config = {
  distDir,
  typedRoutes: true,
  reactCompiler: true,
  agentRules: false,
  poweredByHeader: false,
  typescript: {
    // npm test checks the types of everything; a person's start need not wait for that, nor fail for the type of a test.
    ignoreBuildErrors: true,
    // Each build's route types are checked with the sources that they belong to.
    tsconfigPath: distDir === '.next-test' ? 'tsconfig.test.json' : 'tsconfig.json',
  },
  // Learners' images never pass the optimiser: it is a parser of foreign bytes in the server's own process.
  images: { unoptimized: true },
  // Packages with native or WASM files, which a bundle would lose.
  serverExternalPackages: ['@prisma/schema-engine-wasm', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pino', '@node-rs/argon2'],
} satisfies NextConfig

export default config
