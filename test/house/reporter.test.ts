import { spawn } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tree } from './tree.ts'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
const reporter = fileURLToPath(new URL('../reporter.ts', import.meta.url))

/** What Vitest prints of these test files under the CI's reporter. */
function run(files: Record<string, string>, setup = ''): Promise<string> {
  const settings = { test: { reporters: [reporter], globalSetup: setup ? ['./setup.ts'] : [] } }
  const root = tree({
    ...files,
    'setup.ts': setup,
    'vitest.config.js': `export default ${JSON.stringify(settings)}`,
  })
  symlinkSync(modules, join(root, 'node_modules'))
  return new Promise((resolve) => {
    const env = { ...process.env, CI: 'true', NO_COLOR: '1' }
    const args = [join(modules, 'vitest/vitest.mjs'), 'run', '--root', root]
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('close', () => resolve(output))
  })
}

const lastLine = (output: string) => output.trimEnd().split('\n').at(-1)

test('every outcome is counted once, and what was skipped is said with its reason', async () => {
  const output = await run({
    'a.test.ts': `
      import { test, expect } from 'vitest'
      test('holds', () => {})
      test('does not hold', () => expect(1).toBe(2))
      test('asks a device', (context) => context.skip('no fping here'))
      test.skip('is left out', () => {})
      test.todo('comes later')`,
  })
  expect(output).toContain('a.test.ts: asks a device (no fping here)')
  expect(output).toContain('a.test.ts: is left out (no reason given)')
  expect(output).toContain('a.test.ts: comes later (not written yet)')
  expect(lastLine(output)).toBe('1 passed, 1 failed, 3 skipped')
})

test('a file that cannot be read, a hook that fails and an error outside any test are failures', async () => {
  const output = await run({
    'a.test.ts': `import './missing.ts'`,
    'b.test.ts': `
      import { afterAll, test } from 'vitest'
      afterAll(() => { throw new Error('not closed') })
      test('holds', () => {})`,
    'c.test.ts': `
      import { test } from 'vitest'
      test('holds', async () => {
        await new Promise((resolve) => setImmediate(() => {
          setImmediate(resolve)
          throw new Error('late')
        }))
      })`,
  })
  expect(lastLine(output)).toBe('2 passed, 3 failed, 0 skipped')
})

test('the sum is the last line, after what teardown prints', async () => {
  const output = await run(
    { 'a.test.ts': `import { test } from 'vitest'\ntest('holds', () => {})` },
    `export default () => () => console.log('closed')`,
  )
  expect(output).toContain('closed')
  expect(lastLine(output)).toBe('1 passed, 0 failed, 0 skipped')
})

test('a run whose setup breaks has failed', async () => {
  const files = { 'a.test.ts': `import { test } from 'vitest'\ntest('holds', () => {})` }
  const output = await run(files, `export default () => { throw new Error('no database') }`)
  expect(lastLine(output)).toBe('0 passed, 1 failed, 0 skipped')
})
