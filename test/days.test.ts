import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Every day in `days/` is lived, each as `npm run day NAME` does. */
const folder = new URL('./days/', import.meta.url)
const days = readdirSync(folder).filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== 'run.ts')

test.for(days)('%s', async (file) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('run.ts', folder)), file.replace('.ts', '')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  expect(child.exitCode, said).toBe(0)
  process.stdout.write(said)
})
