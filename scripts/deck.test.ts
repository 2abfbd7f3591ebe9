import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { edited, tarsalFeverText } from '#lib/core/generate/fixtures/bases.ts'
import type { Mutations } from '#lib/core/generate/mutate.ts'
import type { DeckReport } from '#lib/core/generate/report.ts'
import { newBase } from './new-base.ts'
import { writePreview } from './preview.ts'

const root = join(import.meta.dirname, '..')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myelin-deck-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function deck(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/deck.ts'), ...args], { cwd: root })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

function lineOf(piece: string): number {
  return tarsalFeverText.slice(0, tarsalFeverText.indexOf(piece)).split('\n').length
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('npm run deck', { timeout: 30_000 }, () => {
  it('builds a folder as one JSON object, as text and as HTML', async () => {
    const { code, out } = await deck('build', 'decks/pml', '--json')
    const report: DeckReport = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(report)).toEqual(['base', 'notes', 'lint', 'coverage'])
    expect(report.lint.errors).toEqual([])
    expect(report.lint.warnings.length).toBeLessThan(20)
    expect(report.coverage).toMatchObject({ facts: 36, uncovered: [] })
    const item = report.notes.flatMap((note) => note.cards).find((card) => card.key === 'item:newly-on-art')
    expect(item).toMatchObject({
      kind: 'cloze',
      facts: ['30'],
      fronts: [
        {
          text: 'IRIS may complicate PML in patients previously on natalizumab who stopped it or in AIDS patients newly on [which therapy].',
          html: '<p>IRIS may complicate PML in patients previously on natalizumab who stopped it or in AIDS patients newly on <span class="gap"><span class="vh">blank, </span>which therapy</span>.</p>',
        },
      ],
      back: { text: 'ART', html: '<p>ART</p>' },
      why: null,
    })
  })

  it('builds the file as a listing for a person', async () => {
    const { code, out } = await deck('build', 'decks/pml/facts.yaml')
    expect(code).toBe(0)
    expect(out).toContain('  Which virus causes PML?\n    or: By which virus is PML caused?\n      The JC virus   (fact 02)\n')
  })

  it('lint prints what is wrong, and exits 1', async () => {
    const wrong = await file('wrong.yaml', edited(tarsalFeverText, 'hint: gait sign', 'hint: limp or what'))
    const { code, out } = await deck('lint', wrong)
    expect(code).toBe(1)
    expect(out).toContain(`${wrong}:${lineOf('id: presentation')}: error L2: “limp” of the gap stands elsewhere in its sentence.`)
    expect(out).toContain('fact presentation, card item:limp: Signs typical of tarsal fever')
    expect((await deck('lint', 'decks/pml')).code).toBe(0)
  })

  it('mutates each card, and prints by class what was caught', async () => {
    const { code, out } = await deck('mutate', 'scripts/starter.yaml', '--json')
    const { classes }: Mutations = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(classes)).toEqual(['number', 'unit', 'comparator', 'negation', 'hedge', 'scope', 'name', 'list', 'causality'])
    for (const { made, caught, survivors } of Object.values(classes)) expect(made).toBe(caught + survivors.length)
    expect((await deck('mutate', 'scripts/starter.yaml')).out).toMatch(/^name: (\d+) of \1 caught, 100\.0%$/m)
  })

  it.each(['build', 'lint', 'mutate'])('%s refuses a base that does not parse, by file and line', async (verb) => {
    const broken = await file('broken.yaml', edited(tarsalFeverText, 'cause: k-virus }', 'cause: l-virus }'))
    const line = lineOf('cause: k-virus }')
    expect(await deck(verb, broken)).toEqual({ code: 1, out: '', err: `${broken}:${line}: There is no noun “l-virus” in this base.\n` })
  })

  it('new starts a base that builds, and leaves one that is there alone', async () => {
    const started = await newBase('new-disease', folder)
    expect(started).toMatchObject({ ok: true })
    const text = await readFile(join(folder, 'new-disease', 'facts.yaml'), 'utf8')
    expect(text).toMatch(/^id: new-disease /m)
    expect((await deck('lint', join(folder, 'new-disease'))).code).toBe(0)
    expect(await newBase('new-disease', folder)).toMatchObject({ ok: false, message: expect.stringContaining('is there already') })
    expect(await newBase('../New', folder)).toMatchObject({ ok: false, message: expect.stringContaining('is no name for a fact base') })
    expect(await deck('new', 'New Disease')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is no name for a fact base') })
  })

  it('preview writes a page of every card, with what follows its answer', async () => {
    const report: DeckReport = JSON.parse((await deck('build', 'decks/pml', '--json')).out)
    const page = await readFile(await writePreview(report, folder), 'utf8')
    const cards = report.notes.flatMap((note) => note.cards)
    expect(page.split('<article>').length - 1).toBe(cards.length)
    for (const { fronts, back, why } of cards)
      for (const side of [...fronts, back, ...(why ? [why] : [])]) expect(page).toContain(side.html)
    expect(page).not.toMatch(/TOKENS|CARDS -->|>undefined</)
    expect((await deck('preview', 'decks/pml')).out).toMatch(/^Open file:\/\/.*myelin-preview-pml\.html\n$/)
  })

  it('page writes docs/decks.md as it is', async () => {
    const { code, out } = await deck('page')
    expect(code).toBe(0)
    expect(out).toBe(await readFile(join(root, 'docs/decks.md'), 'utf8'))
  })

  it.each([
    [[], 'Usage: '],
    [['new'], 'Usage: '],
    [['page', 'decks/pml'], 'Usage: '],
    [['polish', 'decks/pml'], 'Usage: '],
    [['build'], 'Usage: '],
    [['build', 'decks/pml', '--yaml'], 'Usage: '],
    [['lint', 'decks/pml', '--json'], 'Usage: '],
    [['build', 'decks/nothing'], 'No fact base can be read at “decks/nothing”.'],
  ])('%j exits 2 with a sentence', async (args, sentence) => {
    const { code, out, err } = await deck(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })
})
