import { afterEach, describe, expect, test } from 'vitest'
import {
  answerFrom,
  integer,
  octets,
  response,
  startPeer,
  type Peer,
  type PeerRequest,
  type Row,
} from '#test/daemons/snmp-peer'
import { createSnmpEngine, type SnmpEngine, type SnmpTarget } from './index.ts'

// Limits of devices that no daemon on Debian has.
const table = '1.3.6.1.2.1.2.2.1'
const oids = Array.from({ length: 60 }, (_, at) => `${table}.10.${at + 1}`)
const rows: Row[] = [
  ...oids.map((own, at): Row => [own, integer(at, 0x41)]),
  ...oids.map((_, at): Row => [`${table}.16.${at + 1}`, integer(at, 0x41)]),
]
/** For devices that are silent by intention; the others have all the time that a busy machine may need. */
const soon = { timeoutMs: 100 }
const sizeOf = ({ oids: asked, kind, repetitions }: PeerRequest) =>
  asked.length * (kind === 'getBulk' ? Math.max(1, repetitions) : 1)

const open: { peers: Peer[]; engines: SnmpEngine[] } = { peers: [], engines: [] }
afterEach(async () => {
  for (const engine of open.engines.splice(0)) engine.close()
  await Promise.all(open.peers.splice(0).map((peer) => peer.stop()))
})

/** A device with these rows; `refuses` gives another answer, or null for silence. */
async function device(
  refuses: (request: PeerRequest) => Buffer | null | undefined,
  version: '1' | '2c' = '2c',
  more: Partial<SnmpTarget> = {},
) {
  const peer = await startPeer('127.11.5.1', (request, reply) => {
    const other = refuses(request)
    if (other !== null) reply(other ?? response(request, answerFrom(rows, request)))
  })
  const engine = createSnmpEngine()
  open.peers.push(peer)
  open.engines.push(engine)
  const { port } = peer
  const credential = { version, community: 'public' }
  const session = engine.session({
    address: '127.11.5.1',
    port,
    credential,
    timeoutMs: 60,
    retries: 2,
    ...more,
  })
  return { peer, session }
}

const numbers = (values: Map<string, { value: unknown }>) => oids.map((own) => values.get(own)?.value)
const all = oids.map((_, at) => at)

describe('how many variables a GET holds', () => {
  test('grows while the device answers', async () => {
    const { session, peer } = await device(() => undefined)
    for (let round = 0; round < 5; round++) expect(numbers(await session.get(oids))).toEqual(all)
    expect(peer.requests.at(-1)!.oids.length).toBe(60)
  })

  test.each([1, 2, 7, 20])('shrinks to %i where more is tooBig, and stays there', async (most) => {
    const { session, peer } = await device((request) =>
      sizeOf(request) > most ? response(request, [], { status: 1 }) : undefined,
    )
    for (let round = 0; round < 6; round++) expect(numbers(await session.get(oids))).toEqual(all)
    const before = peer.requests.length
    expect(numbers(await session.get(oids))).toEqual(all)
    expect(peer.requests.length - before).toBeLessThanOrEqual(Math.ceil(60 / most) + 1)
    expect(session.learned().oidsPerGet).toBeLessThanOrEqual(most)
    expect(session.learned().oidsPerGet).toBeGreaterThan(most / 2)
  })

  test.each([1, 5])('shrinks to %i where more is silence', async (most) => {
    const { session, peer } = await device(
      (request) => (sizeOf(request) > most ? null : undefined),
      '2c',
      soon,
    )
    for (let round = 0; round < 3; round++) expect(numbers(await session.get(oids))).toEqual(all)
    const before = peer.requests.length
    expect(numbers(await session.get(oids))).toEqual(all)
    expect(peer.requests.length - before).toBeLessThanOrEqual(Math.ceil(60 / most) + 3)
  })

  test('a lost packet does not shrink it for long', async () => {
    let count = 0
    const { session } = await device(() => ((count += 1) === 3 ? null : undefined), '2c', soon)
    for (let round = 0; round < 8; round++) expect(numbers(await session.get(oids))).toEqual(all)
    expect(session.learned().oidsPerGet).toBeGreaterThanOrEqual(20)
  })

  test('with a single attempt, the next call asks for less', async () => {
    const { session } = await device((request) => (sizeOf(request) > 3 ? null : undefined), '2c', {
      retries: 0,
    })
    let failures = 0
    for (;;) {
      const values = await session.get(oids.slice(0, 24)).catch(() => undefined)
      if (values) break
      failures += 1
      expect(failures).toBeLessThan(6)
    }
  })
})

describe('one bad variable', () => {
  const bad = oids[10]!

  test('is marked, and costs its neighbours nothing (genErr with its index)', async () => {
    const { session } = await device((request) =>
      request.oids.includes(bad)
        ? response(request, [], { status: 5, index: request.oids.indexOf(bad) + 1 })
        : undefined,
    )
    const values = await session.get(oids)
    expect(values.get(bad)).toEqual({ type: 'error', value: null, code: 'device-fault' })
    expect(numbers(values).filter((value) => value !== null)).toEqual(all.filter((at) => at !== 10))
  })

  test('is found where the device does not say which', async () => {
    const { session } = await device((request) =>
      request.oids.includes(bad) ? response(request, [], { status: 5 }) : undefined,
    )
    const values = await session.get(oids)
    expect(values.get(bad)?.type).toBe('error')
    expect(numbers(values).filter((value) => value !== null).length).toBe(59)
  })

  test('may make the device silent', async () => {
    const { session } = await device(
      (request) => (request.kind === 'get' && request.oids.includes(bad) ? null : undefined),
      '2c',
      soon,
    )
    const values = await session.get(oids)
    expect(values.get(bad)).toEqual({ type: 'error', value: null, code: 'timeout' })
    expect(numbers(values).filter((value) => value !== null).length).toBe(59)
  })

  test('is left out in version 1', async () => {
    const { session } = await device(
      (request) =>
        request.kind === 'get' && request.oids.includes(bad)
          ? response(request, [], { status: 2, index: request.oids.indexOf(bad) + 1 })
          : undefined,
      '1',
    )
    const values = await session.get(oids)
    expect(values.get(bad)?.type).toBe('noSuchInstance')
    expect(numbers(values).filter((value) => value !== null).length).toBe(59)
  })

  test('too big on its own is marked', async () => {
    const { session } = await device((request) =>
      request.oids.includes(bad) ? response(request, [], { status: 1 }) : undefined,
    )
    expect((await session.get(oids)).get(bad)).toEqual({ type: 'error', value: null, code: 'too-big' })
  })

  test('a refusal of the caller is an error, not sixty marks', async () => {
    const { session, peer } = await device((request) => response(request, [], { status: 16 }))
    await expect(session.get(oids)).rejects.toMatchObject({ code: 'refused', status: 16 })
    expect(peer.requests.length).toBe(1)
  })
})

describe('tables', () => {
  const columns = [`${table}.10`, `${table}.16`]
  const expectWhole = (walked: {
    rows: Map<string, Map<string, { value: unknown }>>
    isComplete: boolean
  }) => {
    expect(walked.isComplete).toBe(true)
    expect([...walked.rows.keys()].map(Number).toSorted((a, b) => a - b)).toEqual(all.map((at) => at + 1))
    for (const at of all) {
      const row = walked.rows.get(String(at + 1))!
      expect(columns.map((column) => row.get(column)?.value)).toEqual([at, at])
    }
  }

  test.each<[string, (request: PeerRequest) => Buffer | null | undefined]>([
    ['answers anything', () => undefined],
    ['is silent to GETBULK', (request) => (request.kind === 'getBulk' ? null : undefined)],
    [
      'answers genErr to GETBULK',
      (request) => (request.kind === 'getBulk' ? response(request, [], { status: 5 }) : undefined),
    ],
    [
      'answers nothing to GETBULK',
      (request) => (request.kind === 'getBulk' ? response(request, []) : undefined),
    ],
    [
      'finds more than 7 too big',
      (request) => (sizeOf(request) > 7 ? response(request, [], { status: 1 }) : undefined),
    ],
    ['is silent to more than 7', (request) => (sizeOf(request) > 7 ? null : undefined)],
    [
      'finds all but one variable too big',
      (request) => (sizeOf(request) > 1 ? response(request, [], { status: 1 }) : undefined),
    ],
    ['is silent to all but one variable', (request) => (sizeOf(request) > 1 ? null : undefined)],
    [
      'cuts its answers off after 3 variables',
      (request) => response(request, answerFrom(rows, request).slice(0, 3)),
    ],
    ['cuts its answers off after one', (request) => response(request, answerFrom(rows, request).slice(0, 1))],
  ])('are whole from a device that %s', async (what, refuses) => {
    const { session } = await device(refuses, '2c', what.startsWith('is silent') ? soon : {})
    for (let round = 0; round < 3; round++) expectWhole(await session.walkTable(columns))
  })

  test('in version 1 end with noSuchName', async () => {
    const end = (request: PeerRequest) => {
      const at = answerFrom(rows, request).findIndex(([, value]) => value[0] === 0x82)
      return at < 0 ? undefined : response(request, [], { status: 2, index: at + 1 })
    }
    const { session, peer } = await device(end, '1')
    expectWhole(await session.walkTable(columns))
    expect(new Set(peer.requests.map(({ kind }) => kind))).toEqual(new Set(['getNext']))
  })

  test('GETBULK is not tried again where it is unknown', async () => {
    const { session, peer } = await device(
      (request) => (request.kind === 'getBulk' ? null : undefined),
      '2c',
      soon,
    )
    for (let round = 0; round < 3; round++) await session.walkTable(columns)
    expect(session.learned().bulk).toBe('fails')
    const before = peer.requests.length
    await session.walkTable(columns)
    expect(peer.requests.slice(before).every(({ kind }) => kind === 'getNext')).toBe(true)
  })

  test('one column that fails leaves the other whole', async () => {
    const { session } = await device((request) => {
      const at = request.oids.indexOf(`${table}.16.5`)
      return at >= 0 || request.kind === 'getBulk'
        ? response(request, [], { status: 5, index: at + 1 })
        : undefined
    })
    const { rows: got, isComplete, stoppedBy } = await session.walkTable(columns)
    expect({ isComplete, stoppedBy }).toEqual({ isComplete: false, stoppedBy: 'device-fault' })
    expect(got.size).toBe(60)
    expect([...got.values()].filter((row) => row.has(columns[1]!)).length).toBe(5)
  })

  test('columns of different length come together', async () => {
    const sparse: Row[] = [
      [`${table}.2.1`, octets('a')],
      [`${table}.2.2`, octets('b')],
      [`${table}.2.9`, octets('i')],
      [`${table}.5.2`, integer(2)],
    ]
    const { session } = await device((request) => response(request, answerFrom(sparse, request)))
    const { rows: got, isComplete } = await session.walkTable([`${table}.2`, `${table}.5`, `${table}.7`])
    expect(isComplete).toBe(true)
    expect([...got].map(([index, row]) => [index, [...row.keys()].toSorted()])).toEqual([
      ['1', [`${table}.2`]],
      ['2', [`${table}.2`, `${table}.5`]],
      ['9', [`${table}.2`]],
    ])
  })
})
