import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const house = new URL('../..', import.meta.url).pathname
const page = 'docs/adding-a-noun.md'
const copied = [
  'src',
  'test',
  'scripts',
  'docs/errors',
  'package.json',
  'tsconfig.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  'vitest.config.ts',
  'vite.config.ts',
]

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'vigie-noun-'))
  for (const path of copied) cpSync(join(house, path), join(copy, path), { recursive: true })
  symlinkSync(join(house, 'node_modules'), join(copy, 'node_modules'))
  for (const block of blocksOf(readFileSync(join(house, page), 'utf8'))) follow(block)
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

interface Block {
  language: string
  path: string
  text: string
}

/** The blocks of code that name a file: what a newcomer types. */
function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(
    ([, language = '', path = '', text = '']) => ({ language, path, text }),
  )
}

/** Does what a block says: writes the file, or changes the one that is there. */
function follow({ language, path, text }: Block): void {
  const file = join(copy, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, language === 'diff' ? changed(readFileSync(file, 'utf8'), text, path) : text)
}

/** Lines with `+` go after the line before them; lines with `-` and `+` replace the end of a line. */
function changed(text: string, diff: string, path: string): string {
  let at = 0
  let removed: string | undefined
  let result = text
  for (const line of diff.trimEnd().split('\n')) {
    const words = line.slice(1)
    if (line.startsWith('+') && removed !== undefined) {
      result = result.slice(0, at) + words + result.slice(at + removed.length)
      at += words.length
      removed = undefined
    } else if (line.startsWith('+')) {
      result = `${result.slice(0, at)}${words}\n${result.slice(at)}`
      at += words.length + 1
    } else {
      const found = result.indexOf(words, at)
      if (found < 0) throw new Error(`${page}: ${path} has no line “${words}”`)
      removed = line.startsWith('-') ? words : undefined
      at = removed === undefined ? result.indexOf('\n', found) + 1 : found
    }
  }
  return result
}

/** Runs the pinned Node in the copy. @returns what it said, where it failed; else nothing. */
function run(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: copy,
      env: { ...process.env, NODE_OPTIONS: '', VITEST: undefined },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk)
      })
    child.on('exit', (code) => resolve(code === 0 ? '' : said || `exit ${code}`))
  })
}

test('the page shows every file of the noun, and what it shows keeps the rules of the house', async () => {
  const paths = blocksOf(readFileSync(join(house, page), 'utf8')).map(({ path }) => path)
  expect(paths.filter((path) => path.startsWith('src/domains/stock/')).length).toBeGreaterThanOrEqual(15)
  for (const check of ['imports', 'schemas', 'time', 'languages', 'translations'])
    expect(await run('scripts/check.ts', '--only', check)).toBe('')
}, 120_000)

test('what it shows compiles, and the lint and the formatter have nothing to say', async () => {
  const noun = 'src/domains/stock'
  writeFileSync(
    join(copy, 'tsconfig.noun.json'),
    JSON.stringify({ extends: './tsconfig.json', include: [noun, 'src/**/*.d.ts', 'test/setup.ts'] }),
  )
  expect(await run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.noun.json')).toBe('')
  expect(await run('node_modules/oxlint/bin/oxlint', noun)).toBe('')
  expect(await run('node_modules/oxfmt/bin/oxfmt', '--check', noun)).toBe('')
}, 300_000)

test('its migration runs, its own test passes, and the walks of all operations pass with it', async () => {
  const tests = ['src/domains/stock', 'test/rights']
  expect(await run('node_modules/vitest/vitest.mjs', 'run', '--project', 'tests', ...tests)).toBe('')
}, 600_000)

test('its list, its detail and its edit work in a browser', async (context) => {
  if (!existsSync('/usr/bin/chromium')) return context.skip('no /usr/bin/chromium')
  const journey = 'src/domains/stock/web/journey.test.ts'
  cpSync(join(house, 'test/house/noun/journey.ts'), join(copy, journey))
  expect(await run('node_modules/vitest/vitest.mjs', 'run', '--project', 'tests', journey)).toBe('')
}, 480_000)
