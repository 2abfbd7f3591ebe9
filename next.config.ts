import type { NextConfig } from 'next'

const config = {
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  typedRoutes: true,
  reactCompiler: true,
  agentRules: false,
  poweredByHeader: false,
  // Learners' images never pass the optimiser: it is a parser of foreign bytes in the server's own process.
  images: { unoptimized: true },
  // Packages with native or WASM files, which a bundle would lose.
  serverExternalPackages: ['@prisma/schema-engine-wasm', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pino'],
} satisfies NextConfig

export default config
