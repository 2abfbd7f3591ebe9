import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { requireNode } from './prepare.mjs'

describe('a Node that fits goes on, another is told what to install', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '22.21.0', '24.0.0', '25.1.0'])('%s fits', (version) => {
    expect(() => requireNode(version)).not.toThrow()
  })

  test.each(['18.20.8', '20.18.3', '21.7.0', '22.11.0', '23.9.0'])('%s does not', (version) => {
    expect(() => requireNode(version)).toThrow(`this is Node ${version}: install Node 24`)
  })

  test('package.json asks for the same', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ engines: { node: '^20.19 || ^22.12 || >=24' } })
  })
})

test.each(['start', 'prepare', 'steps', 'failure', 'lock'])(
  '%s.mjs needs nothing but Node, for it runs before anything is installed',
  (name) => {
    const imports = [...readFileSync(`scripts/${name}.mjs`, 'utf8').matchAll(/^import .*? from '(.*?)'/gm)].map((match) => match[1])
    expect(imports.length + Number(name === 'failure')).toBeGreaterThan(0)
    expect(imports.filter((from) => !/^node:|^\.\/[a-z]+\.mjs$/.test(from ?? ''))).toEqual([])
  },
)
