import { expect, test } from 'vitest'
import { vigieCommand } from '../bad-days/vigie.ts'

test('a data folder that cannot be made, in /proc, is told in one sentence', async () => {
  const { code, said } = await vigieCommand('/tmp', ['up'], {
    VIGIE_DATA: '/proc/vigie/data',
    VIGIE_LISTEN: '127.0.0.1:0',
  })
  expect(said).toMatch(
    /vigie: \S+ cannot write in the data folder \/proc\/vigie\/data \(ENOENT\)\..* \[start-folder-not-writable\]\n$/,
  )
  expect(said.trim().split('\n').length).toBeLessThanOrEqual(2)
  expect(code).toBe(1)
}, 60_000)
