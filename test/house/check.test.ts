import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../scripts/check.ts', import.meta.url))

/** Runs the checks as `npm run check -- ARGS` does. */
function check(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('close', (code) => resolve({ code, output }))
  })
}

test('the checks chosen are run, and counted in the last line', async () => {
  const { code, output } = await check('--only', 'length')
  expect(code).toBe(0)
  expect(output).toMatch(/^ok {7}length /m)
  expect(output.trimEnd().split('\n').at(-1)).toBe('1 passed, 0 failed, 0 skipped')
})

test('a check that does not exist is refused with the names of those that do', async () => {
  const { code, output } = await check('--only', 'spelling')
  expect(code).toBe(2)
  expect(output).toMatch(/No check is called spelling\. There are: types, .*, length\./)
})

test('--help says what each check proves', async () => {
  const { output } = await check('--help')
  expect(output).toContain('imports       domains, kernel, protocols and browser talk to each other only')
})
