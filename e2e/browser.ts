/** Finds a Chromium for the end-to-end tests and the benchmarks, out of the package registry where there is one for this machine. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { chromium, type LaunchOptions } from '@playwright/test'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'].concat(
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
)

// No sandbox, for root has none and our own pages are all that it opens; the rest keeps the browser from calling home.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'].concat([
  '--disable-component-update',
  '--disable-sync',
])

/**
 * The package's font settings name folders of another machine. Without one font of its own, Chromium draws no text, or crashes,
 * while a page's fonts are on their way.
 */
async function nameFonts(folder: string): Promise<void> {
  const places = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>\n`
  await writeFile(join(folder, 'fonts', 'fonts.conf'), settings)
}

/** Unpacks the package's Chromium, with the libraries that a bare system lacks; it goes to the folder of TMPDIR. */
async function unpack(): Promise<string> {
  const before = process.env['TMPDIR']
  const folder = resolve('.cache/chromium')
  await mkdir(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  // The package unpacks its libraries, and puts them on the library path, only for this name.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const path = await packaged.executablePath()
    await nameFonts(folder)
    return path
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME']
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Throws with a sentence where this machine has no Chromium. */
export async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform === 'linux' && process.arch === 'x64') return { executablePath: await unpack(), args: flags }
  const found = [...installed, chromium.executablePath()].find(existsSync)
  if (found === undefined) throw new Error('There is no Chromium here: run npx playwright install chromium.')
  return { executablePath: found, args: flags }
}
