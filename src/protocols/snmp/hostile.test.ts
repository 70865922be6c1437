import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import {
  answerFrom,
  integer,
  octets,
  oid,
  response,
  startPeer,
  tlv,
  type Peer,
  type PeerRequest,
  type Reply,
  type Row,
} from '#test/daemons/snmp-peer'
import { createSnmpEngine, walkBudget, type SnmpEngine, type SnmpTarget } from './index.ts'

// Debian's snmpd cannot be made to lie: these peers can.
const table = '1.3.6.1.2.1.2.2.1.10'
const name = '1.3.6.1.2.1.1.5.0'
const rows: Row[] = Array.from({ length: 30 }, (_, at) => [`${table}.${at + 1}`, integer(at, 0x41)])
const honest = (request: PeerRequest, reply: Reply) => reply(response(request, answerFrom(rows, request)))

const open: { peers: Peer[]; engines: SnmpEngine[] } = { peers: [], engines: [] }
afterEach(async () => {
  for (const engine of open.engines.splice(0)) engine.close()
  await Promise.all(open.peers.splice(0).map((peer) => peer.stop()))
})

async function against(
  answer: Parameters<typeof startPeer>[1],
  more: Partial<SnmpTarget> = {},
  address = '127.11.4.1',
) {
  const peer = await startPeer(address, answer)
  const engine = createSnmpEngine()
  open.peers.push(peer)
  open.engines.push(engine)
  const session = engine.session({
    address,
    port: peer.port,
    credential: { version: '2c', community: 'public' },
    timeoutMs: 150,
    retries: 1,
    ...more,
  })
  return { peer, engine, session }
}

describe('answers that are none', () => {
  test.each<[string, (request: PeerRequest) => Buffer]>([
    ['another identifier', (request) => response({ ...request, id: request.id ^ 1 }, [[name, octets('x')]])],
    ['another version', (request) => response({ ...request, version: 0 }, [[name, octets('x')]])],
    ['nothing but noise', () => Buffer.from('not SNMP at all')],
    ['an empty packet', () => Buffer.alloc(0)],
    [
      'a request',
      (request) =>
        tlv(
          0x30,
          integer(1),
          octets('public'),
          tlv(0xa0, integer(request.id), integer(0), integer(0), tlv(0x30)),
        ),
    ],
  ])('%s: not taken, and the real one after it is', async (_, forged) => {
    const { session, engine } = await against((request, reply) => {
      reply(forged(request))
      reply(response(request, [[name, octets('real')]]))
    })
    expect((await session.get([name])).get(name)?.value).toEqual(Buffer.from('real'))
    expect(engine.counters.strange + engine.counters.refused).toBe(1)
  })

  test('one that is cut short is told apart from silence', async () => {
    const { session } = await against((request, reply) => {
      reply(response(request, [[name, octets('truncated on its way')]]).subarray(0, -5))
    })
    await expect(session.get([name])).rejects.toMatchObject({ code: 'bad-answer' })
  })

  test('silence is a timeout, after as many attempts as were allowed', async () => {
    const { session, peer, engine } = await against(() => undefined, { retries: 2, timeoutMs: 40 })
    await expect(session.get([name])).rejects.toMatchObject({ code: 'timeout' })
    expect(peer.requests.length).toBe(3)
    expect(engine.counters).toMatchObject({ timeouts: 3, retries: 2 })
  })

  test('an answer that comes after the second question, to the first, counts', async () => {
    let first: (() => void) | undefined
    const { session } = await against((request, reply) => {
      if (first) first()
      else first = () => reply(response(request, [[name, octets('late')]]))
    })
    expect((await session.get([name])).get(name)?.value).toEqual(Buffer.from('late'))
  })

  test('an answer that comes twice counts once', async () => {
    const { session, engine } = await against((request, reply) => {
      const packet = response(request, [[name, octets('twice')]])
      reply(packet)
      reply(packet)
    })
    await session.get([name])
    await session.get([name])
    expect(engine.counters.strange).toBeGreaterThanOrEqual(1)
  })
})

describe('answers from elsewhere', () => {
  async function fromElsewhere(address: string, anySource: boolean) {
    const elsewhere = createSocket('udp4')
    elsewhere.bind(0, address)
    await once(elsewhere, 'listening')
    const { session, engine } = await against(
      (request, _, from) =>
        elsewhere.send(response(request, [[name, octets('elsewhere')]]), from.port, from.address),
      { anySource, timeoutMs: 80, retries: 0 },
    )
    const outcome = await session.get([name]).then(
      (values) => String(values.get(name)?.value),
      (error: { code: string }) => error.code,
    )
    elsewhere.close()
    return { outcome, strange: engine.counters.strange }
  }

  test('from another address they are refused', async () => {
    expect(await fromElsewhere('127.11.4.2', false)).toEqual({ outcome: 'timeout', strange: 1 })
  })

  test('from another port they are refused', async () => {
    expect(await fromElsewhere('127.11.4.1', false)).toEqual({ outcome: 'timeout', strange: 1 })
  })

  test('unless the device is known for it', async () => {
    expect(await fromElsewhere('127.11.4.2', true)).toEqual({ outcome: 'elsewhere', strange: 0 })
  })
})

describe('walks that would not end', () => {
  const after = (request: PeerRequest, give: (last: string) => Row) =>
    response(request, request.oids.map(give))

  test('the same OID again: stopped, rows kept', async () => {
    let asked = 0
    const { session } = await against((request, reply) => {
      asked += 1
      reply(response(request, asked === 1 ? rows.slice(0, 5) : rows.slice(4, 5)))
    })
    const { varbinds, isOrdered, isComplete } = await session.walk(table)
    expect(varbinds.map(({ oid: own }) => own)).toEqual(rows.slice(0, 5).map(([own]) => own))
    expect({ isOrdered, isComplete, asked }).toEqual({ isOrdered: false, isComplete: false, asked: 2 })
  })

  test('a loop within one answer: stopped, rows kept', async () => {
    const { session } = await against((request, reply) =>
      reply(response(request, [rows[0]!, rows[1]!, rows[0]!, rows[1]!, rows[2]!])),
    )
    const { varbinds, isOrdered } = await session.walk(table)
    expect([varbinds.length, isOrdered]).toEqual([2, false])
  })

  test('rows without end: stopped where the caller says', async () => {
    const { session, peer } = await against((request, reply) =>
      reply(
        after(request, (last) => [
          last === table ? `${table}.1` : `${table}.${Number(last.split('.').at(-1)) + 1}`,
          integer(1),
        ]),
      ),
    )
    const { varbinds, isComplete, stoppedBy } = await session.walk(table, { mostRows: 500 })
    expect({ count: varbinds.length, isComplete, stoppedBy }).toEqual({
      count: 500,
      isComplete: false,
      stoppedBy: 'rows',
    })
    expect(peer.requests.length).toBe(500)
  })

  // A device that answers every question with the next name and as much as a packet holds.
  const heavy = (request: PeerRequest, reply: Reply) =>
    reply(
      after(request, (last) => [
        last === table ? `${table}.1` : `${table}.${Number(last.split('.').at(-1)) + 1}`,
        octets('A'.repeat(30_000)),
      ]),
    )

  test('values without measure: cut to what a MIB allows, and stopped by their bytes', async () => {
    const { session, peer } = await against(heavy)
    const { varbinds, isComplete, stoppedBy } = await session.walk(table, { mostBytes: 100_000 })
    expect({ isComplete, stoppedBy }).toEqual({ isComplete: false, stoppedBy: 'bytes' })
    expect(peer.requests.length).toBeLessThan(60)
    const kept = varbinds.map(({ value }) => value.value as Buffer)
    expect(Math.max(...kept.map(({ length }) => length))).toBeLessThanOrEqual(2_048)
    // A value that were a view would keep its whole packet of 30,000 octets.
    const held = new Set(kept.map(({ buffer }) => buffer))
    expect(held.size * kept[0]!.buffer.byteLength).toBeLessThan(300_000)
  })

  test('the same where nobody said how much: a walk has its limits of its own', async () => {
    const { session, peer } = await against(heavy)
    expect(await session.walkTable([table])).toMatchObject({ isComplete: false, stoppedBy: 'bytes' })
    expect(peer.requests.length).toBeLessThan(5_000)
  })

  test('rows that drip: stopped by the time, rows kept', async () => {
    const { session } = await against((request, reply) => void setTimeout(() => heavy(request, reply), 20))
    const { varbinds, stoppedBy } = await session.walk(table, { mostMs: 200 })
    expect(stoppedBy).toBe('time')
    expect(varbinds.length).toBeGreaterThan(0)
    expect(varbinds.length).toBeLessThan(11)
  })

  test('several walks share one budget where they are of one device', async () => {
    const { session } = await against(heavy)
    const budget = walkBudget({ mostRows: 30 })
    const first = await session.walk(table, { budget, mostRows: 20 })
    const second = await session.walk(table, { budget, mostRows: 20 })
    expect([first.varbinds.length, second.varbinds.length, second.stoppedBy]).toEqual([20, 10, 'rows'])
  })

  test('names that only grow longer: stopped all the same', async () => {
    const { session } = await against((request, reply) =>
      reply(after(request, (last) => [`${last}.1`, integer(1)])),
    )
    await expect(session.walk(table, { keepPartial: true })).resolves.toMatchObject({ isComplete: false })
  })

  test('answers without variables: stopped with a word', async () => {
    const { session } = await against((request, reply) => reply(response(request, [])))
    const { varbinds, isComplete, stoppedBy } = await session.walk(table)
    expect({ varbinds, isComplete, stoppedBy }).toEqual({
      varbinds: [],
      isComplete: false,
      stoppedBy: 'bad-answer',
    })
  })

  test('noSuchObject where the next name should be: the end', async () => {
    const { session } = await against((request, reply) =>
      reply(after(request, (last) => [`${last}.1`, tlv(0x80)])),
    )
    expect(await session.walk(table)).toMatchObject({ varbinds: [], isComplete: true })
  })

  test('silence in the middle is an error, or what came until then', async () => {
    const dying = (request: PeerRequest, reply: Reply) => {
      if (!request.oids[0]!.endsWith('.20')) honest({ ...request, repetitions: 20 }, reply)
    }
    const { session } = await against(dying, { timeoutMs: 60 })
    await expect(session.walk(table)).rejects.toMatchObject({ code: 'timeout' })
    const partial = await session.walk(table, { keepPartial: true })
    expect(partial).toMatchObject({ isComplete: false, stoppedBy: 'timeout' })
    expect(partial.varbinds.length).toBe(20)
  })
})

describe('a device is not overrun', () => {
  test('at most two requests at once, whoever asks', async () => {
    const { session, engine, peer } = await against(
      (request, reply) => void setTimeout(() => honest(request, reply), 5),
    )
    const { port } = peer
    const other = engine.session({
      address: '127.11.4.1',
      port,
      credential: { version: '1', community: 'public' },
    })
    const oids = rows.map(([own]) => own)
    await Promise.all([
      session.get(oids),
      session.walk(table),
      other.get(oids.slice(0, 4)),
      other.walk(table),
      session.get(oids),
    ])
    expect(peer.mostAtOnce).toBe(2)
  })

  test('a dead device delays no other', async () => {
    const { engine, session: dead } = await against(() => undefined, { timeoutMs: 400, retries: 0 })
    const alive = await startPeer('127.11.4.3', honest)
    open.peers.push(alive)
    const dying = Promise.allSettled(Array.from({ length: 6 }, () => dead.get([name])))
    let isOver = false
    void dying.then(() => (isOver = true))
    const credential = { version: '2c', community: 'public' } as const
    const session = engine.session({ address: alive.address, port: alive.port, credential })
    for (let round = 0; round < 50; round++) await session.get([`${table}.1`])
    expect(isOver).toBe(false)
    expect((await dying).every(({ status }) => status === 'rejected')).toBe(true)
  })
})

test('values whose names were not asked for are not taken', async () => {
  const { session } = await against((request, reply) =>
    reply(
      response(
        request,
        request.oids.map(() => [`${table}.7`, octets('other')]),
      ),
    ),
  )
  const values = await session.get([name, `${table}.1`])
  expect([...values.keys()].toSorted()).toEqual([name, `${table}.1`].toSorted())
  expect([...values.values()].map((value) => value.type)).toEqual(['error', 'error'])
})

test('a name that is no OID is refused before anything is sent', async () => {
  const { session, peer } = await against(honest)
  await expect(session.get(['1.3.6', 'sysName.0'])).rejects.toMatchObject({ code: 'bad-oid' })
  await expect(session.walk('')).rejects.toMatchObject({ code: 'bad-oid' })
  expect(peer.requests).toEqual([])
  expect(oid('1.3').length).toBe(3)
})
