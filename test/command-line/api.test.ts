import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { nowMs } from '#kernel/clock'
import { adminPassword, startTestHouse, type TestHouse } from '#test/house'
import { callApi } from '../../src/cli/api.ts'

let house: TestHouse
let token: string
beforeAll(async () => {
  house = await startTestHouse()
  const expiresAt = new Date(nowMs() + 86_400_000).toISOString()
  const wanted = { name: 'cli', expiresAt, password: adminPassword }
  token = (await house.admin.call('POST /me/tokens', wanted)).secret
})
afterAll(() => house?.stop())
beforeEach(() => {
  vi.stubEnv('VIGIE_API', house.url)
  vi.stubEnv('VIGIE_TOKEN', token)
})

/** `vigie api …` in this process: what it printed on each stream, and its exit code. */
async function api(...words: string[]) {
  let [out, err] = ['', '']
  const stdout = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => Boolean((out += String(text))))
  const stderr = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => Boolean((err += String(text))))
  const before = process.exitCode
  process.exitCode = 0
  try {
    await callApi(words)
    return { code: process.exitCode as number, out, err }
  } finally {
    process.exitCode = before
    stdout.mockRestore()
    stderr.mockRestore()
  }
}

const asset = () => ['assets', 'create', '--organisation-id', house.organisationId, '--kind', 'server']

test.each([
  ['separated by commas', ['--macs', '00:11:22:33:44:55,00:11:22:33:44:56']],
  ['repeated', ['--macs', '00:11:22:33:44:57', '--macs=00:11:22:33:44:58']],
  ['as JSON', ['--macs', '["00:11:22:33:44:59","00:11:22:33:44:5a"]']],
])('a list is taken %s', async (form, words) => {
  const { out, err } = await api(...asset(), '--name', `list ${form}`, ...words)
  expect(err).toBe('')
  expect(JSON.parse(out).macs).toHaveLength(2)
})

test('one MAC address is a list of one, and the help says the form', async () => {
  const { out } = await api(...asset(), '--name', 'one', '--macs', '00:11:22:33:44:66')
  expect(JSON.parse(out).macs).toEqual(['00:11:22:33:44:66'])
  const help = await api('assets', 'create', '--help')
  expect(help.out).toContain('--macs TEXT,…  (separated by commas, or the flag again)')
  expect(help.out).toMatch(/--name TEXT {2}\(required\)/)
})

test('a text of digits stays a text, and null empties a field', async () => {
  const { out } = await api(...asset(), '--name', '1234', '--serial', '0042')
  const made = JSON.parse(out)
  expect(made).toMatchObject({ name: '1234', serial: '0042' })
  const words = ['assets', 'update', '--id', made.id, '--if-match', String(made.version)]
  const emptied = await api(...words, '--site-id', 'null')
  expect(JSON.parse(emptied.out).siteId).toBeNull()
})

test('without --if-match nothing is overwritten: the answer names the version, in English', async () => {
  const { out } = await api(...asset(), '--name', 'kept')
  const { id } = JSON.parse(out)
  const { code, err } = await api('assets', 'update', '--id', id, '--name', 'lost')
  expect(code).toBe(1)
  expect(JSON.parse(err)).toMatchObject({ code: 'version-required', version: 1 })
  expect(err).toMatch(/version/i)
  expect((await api('assets', 'update', '--id', id, '--name', 'new', '--if-match', '*')).code).toBe(0)
  expect((await api('assets', 'update', '--help')).out).toContain('--if-match VERSION  (required)')
})

test.each([
  [['bogus', '--help'], /there is no operation "bogus".*\n.*Nouns are: .*assets/],
  [['assets', 'bogus', '--help'], /assets has no operation "bogus"\n.*There are: .*create.*list/],
  [['asset', 'list'], /there is no operation "asset list"; did you mean "assets"\?/],
  [
    ['assets', 'list', '--sits', 'x'],
    /there is no flag --sits; did you mean "sort"\?|there is no flag --sits/,
  ],
  [['assets', 'read'], /--id is needed/],
])('%s is a mistake, told with what there is', async (words, sentence) => {
  const { code, out, err } = await api(...words)
  expect(err).toMatch(sentence)
  expect(err).toMatch(/^vigie: /)
  expect(out).toBe('')
  expect(code).toBe(1)
})

test('a noun alone lists its verbs', async () => {
  const { code, out } = await api('assets', '--help')
  expect(code).toBe(0)
  expect(out).toContain('assets create')
  expect(out).not.toContain('sites create')
})

test('a flag without a value stands before another', async () => {
  const { code, err } = await api('assets', 'list', '--q', '--limit', '1')
  expect(err).toBe('')
  expect(code).toBe(0)
})

test('a file is sent as it is, and one that is not there is told', async () => {
  const file = join(house.dataFolder, 'sites.csv')
  writeFileSync(file, 'name\nBrest\n')
  const words = ['sites', 'import', '--organisation-id', house.organisationId, '--body']
  expect((await api(...words, `${file}.none`)).err).toMatch(
    /^vigie: .*sites\.csv\.none cannot be read \(ENOENT\)/,
  )
})
