import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Operation } from '#kernel/operations'
import type { Body } from '../client.ts'
import { addressed, makeFixtures, type Fixtures } from '../fixtures.ts'
import { startTestHouse, type TestHouse } from '../house.ts'
import { filledInput, inputSchema, sampleInput } from '../sample.ts'

/** Malformed, oversized and hostile input on every operation: always a problem with a stable code, never a 500. */
let house: TestHouse
let fixtures: Fixtures
beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  fixtures = await makeFixtures(house)
})
afterAll(() => house?.stop())

const nobody = '00000000-0000-7000-8000-000000000000'
const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
const bodies: [string, string | Buffer, string?][] = [
  ['not JSON', '{"name": '],
  ['an array', '[1,2,3]'],
  ['a text', '"text"'],
  ['a prototype', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'],
  ['very deep', deep],
  ['a zero byte', '{"name":"a\\u0000b"}'],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['another type', '<xml/>', 'application/xml'],
  ['no type', 'name=x', 'application/x-www-form-urlencoded'],
]

/** Values that have broken other programs, put into each field in turn. */
const hostileValues: unknown[] = [
  null,
  -1,
  1e308,
  '',
  'a\u0000b',
  '\ud800',
  `${'x'.repeat(20_000)}`,
  `'; drop table estate.sites; --`,
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '%00%n%s',
  { $gt: '' },
  ['a'],
  true,
  '2030-13-45T99:99:99Z',
  '0000-01-01T00:00:00Z',
  99_999_999_999,
  '99999999999',
  { x: '\ud800' },
  [{ name: '\ud800' }],
  '＜‮evil',
]

const writes = () => house.operations.filter((operation) => !operation.route.startsWith('GET '))
const reads = () =>
  house.operations.filter(
    (operation) => operation.route.startsWith('GET ') && operation.produces !== 'text/event-stream',
  )

async function send(operation: Operation, input: unknown, raw?: string | Buffer, type = 'application/json') {
  return house.admin.send(operation.route.replaceAll(/:\w+/g, nobody), input, {
    ifMatch: '*',
    ...(raw === undefined ? {} : { raw, headers: { 'content-type': type } }),
  })
}

test('a body that cannot be read is a problem, on every write', async () => {
  const wrong: string[] = []
  for (const operation of writes()) {
    if (operation.route.startsWith('DELETE /sessions')) continue
    for (const [what, raw, type] of bodies) {
      const { status, body } = await send(operation, {}, raw, type)
      const isFine = status >= 400 && status < 500 && typeof body?.code === 'string'
      const takesNoBody = Object.keys(inputSchema(operation).properties ?? {}).length === 0
      if (!isFine && !(takesNoBody && status < 500)) wrong.push(`${operation.name}, ${what}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a body beyond the limit is refused before it is read', async () => {
  const wrong: string[] = []
  for (const operation of writes()) {
    const raw = `{"name":"${'x'.repeat(operation.bodyLimit + 10)}"}`
    const { status, body } = await send(operation, {}, raw)
    if (status !== 413 || body.code !== 'too-large') wrong.push(`${operation.name}: ${status}`)
  }
  expect(wrong).toEqual([])
})

test('hostile values in each field end in a problem or are taken as they are, never in a fault', async () => {
  const wrong: string[] = []
  const queue = [...writes(), ...reads()].filter(({ route }) => !route.startsWith('DELETE /sessions'))
  const lane = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) wrong.push(...(await faultsOf(next)))
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  expect(wrong).toEqual([])
}, 900_000)

/** What goes wrong as each field of an operation takes each hostile value, on a row that is there. */
async function faultsOf(operation: Operation): Promise<string[]> {
  const faults: string[] = []
  const address = addressed(operation, fixtures)
  const base = sampleInput(operation, { ...fixtures.known, ...address })
  const fields = Object.keys(inputSchema(operation).properties ?? {}).filter(
    (field) => !Object.hasOwn(address, field),
  )
  const texts = ['\ud800', 'a\u0000b'].map((text) => filledInput(operation, fixtures.known, text))
  const seen = new Set<number>()
  for (const field of fields)
    for (const value of [...hostileValues, ...texts.map((filled) => filled[field])]) {
      const input = { ...base, [field]: value, ...address }
      const { status, body } = await house.admin.send(operation.route, input, { ifMatch: '*' })
      seen.add(status)
      const isProblem = status < 400 || typeof body?.code === 'string'
      const said = `${operation.name}.${field} = ${JSON.stringify(value)?.slice(0, 40)}: ${status} ${body?.code}`
      if (status >= 500 || !isProblem) faults.push(said)
      if (JSON.stringify(body ?? '').includes('node_modules')) faults.push(`${said} told its insides`)
      if (status >= 400) faults.push(...unsaid(body).map((sentence) => `${said} said ${sentence}`))
    }
  // A row that no call has met was not there, and none of the values was looked at.
  const isAboutOne = Object.keys(address).length > 0
  if (isAboutOne && seen.size === 1 && seen.has(404)) faults.push(`${operation.name}: 404 for all`)
  return faults
}

/** What a person is told that is no sentence: the key of one, a regular expression. */
function unsaid({ title, detail, errors }: Body): string[] {
  const told = [title, detail, ...(errors ?? []).map(({ message }) => message)]
  return told.filter(
    (sentence) => sentence !== undefined && /^[\w-]+:[\w-]+\.|\/\^/.test(sentence),
  ) as string[]
}

test('the rows that hostile values were put into are still there, and read', async () => {
  const wrong: string[] = []
  for (const operation of reads().filter(({ route }) => route.endsWith('/:id'))) {
    const { status } = await house.admin.send(operation.route, addressed(operation, fixtures))
    if (status !== 200) wrong.push(`${operation.name}: ${status}`)
  }
  expect(wrong).toEqual([])
})

test('hostile addresses are not found', async () => {
  for (const path of [
    '/api/v1/sites/..%2f..%2fetc',
    '/api/v1/sites/%00',
    '/api/v1/nothing',
    '/api/v1/sites/%ff',
  ]) {
    const response = await fetch(`${house.url}${path}`, { headers: { cookie: house.admin.cookie ?? '' } })
    expect([path, response.status < 500 && response.status >= 400]).toEqual([path, true])
  }
  const outside = await fetch(`${house.url}/..%2f..%2f..%2f..%2fetc/passwd`)
  expect(await outside.text()).not.toContain('root:')
})
