import { afterAll, describe, expect, test } from 'vitest'
import {
  endOfMibView,
  integer,
  nothing,
  octets,
  oid,
  response,
  startPeer,
  tlv,
  type Row,
} from '#test/daemons/snmp-peer'
import { BerReader, MalformedPacket } from './ber/reader.ts'
import { communitySecurity } from './community.ts'
import { createSnmpEngine } from './index.ts'
import { requestPdu } from './pdu.ts'
import type { Security } from './security.ts'
import { createEngineState } from './v3/engine-state.ts'
import { userSecurity } from './v3/security.ts'
import { userKeys } from './v3/user-keys.ts'

const rounds = Number(process.env['VIGIE_FUZZ_PACKETS'] ?? 200_000)
const id = 0x1234_5678
const engineId = Buffer.from('80001f880461626364', 'hex')
const user = {
  version: '3',
  user: 'u',
  level: 'authPriv',
  authKey: 'authpass12',
  privKey: 'privpass12',
} as const

/** mulberry32: the same packets every time. */
function seeded(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Bytes that BER gives a meaning of its own. */
const telling = [
  0, 1, 2, 4, 5, 6, 0x30, 0x44, 0x46, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0x9f, 0xa2, 0xa8, 0xff,
]

function mutated(packet: Buffer, random: (below: number) => number): Buffer {
  let made = Buffer.from(packet)
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(Math.max(1, made.length))
    const kind = random(7)
    if (kind === 0) made[at]! ^= 1 << random(8)
    else if (kind === 1) made[at] = telling[random(telling.length)]!
    else if (kind === 2) made[at] = random(256)
    else if (kind === 3) made = made.subarray(0, at)
    else if (kind === 4) made = Buffer.concat([made.subarray(0, at), made.subarray(at + 1 + random(8))])
    else if (kind === 5)
      made = Buffer.concat([made.subarray(0, at), Buffer.from([random(256)]), made.subarray(at)])
    else made = Buffer.concat([made.subarray(0, at), made.subarray(random(made.length + 1))])
  }
  return made
}

const rows: Row[] = [
  ['1.3.6.1.2.1.1.1.0', octets('Commutateur d’étage')],
  ['1.3.6.1.2.1.1.2.0', oid('1.3.6.1.4.1.9.1.1208')],
  ['1.3.6.1.2.1.2.2.1.10.1', integer(4_000_000_000, 0x41)],
  ['1.3.6.1.2.1.31.1.1.1.6.1', tlv(0x46, Buffer.from('00ffffffffffffffff', 'hex'))],
  ['1.3.6.1.4.1.2021.10.1.6.1', tlv(0x44, Buffer.from('9f780442f60000', 'hex'))],
  ['1.3.6.1.4.1.2021.10.1.6.2', tlv(0x44, Buffer.from('9f79083ff8000000000000', 'hex'))],
  ['1.3.6.1.4.1.2021.10.1.6.3', tlv(0x44, Buffer.from('9f7a02ff01', 'hex'))],
  ['1.3.6.1.2.1.4.20.1.1.10.0.0.1', tlv(0x40, Buffer.from([10, 0, 0, 1]))],
  ['1.3.6.1.2.1.1.3.0', integer(99, 0x43)],
  ['1.3.6.1.2.1.1.7.0', integer(-72)],
  ['1.3.6.1.2.1.99', nothing],
  ['1.3.6.1.2.1.100', endOfMibView],
]
const asked = requestPdu(
  'get',
  rows.slice(0, 6).map(([name]) => name),
)
const reportOf = (last: number): Row => [`1.3.6.1.6.3.15.1.1.${last}.0`, integer(7, 0x41)]

function scopedPdu(tag: number, given: Row[]): Buffer {
  const list = tlv(0x30, ...given.map(([name, value]) => tlv(0x30, oid(name), value)))
  return tlv(0x30, octets(engineId), octets(''), tlv(tag, integer(id), integer(0), integer(0), list))
}

function userMessage(flags: number, signature: Buffer, salt: Buffer, data: Buffer): Buffer {
  const security = tlv(
    0x30,
    octets(engineId),
    integer(3),
    integer(9_000),
    octets('u'),
    octets(signature),
    octets(salt),
  )
  const header = tlv(0x30, integer(id), integer(65_507), octets(Buffer.of(flags)), integer(3))
  return tlv(0x30, integer(3), header, octets(security), data)
}

/** Encrypted and signed as a device would, whatever is in it. */
function sealed(scoped: Buffer): Buffer {
  const { signer, privacy } = userKeys(user, engineId)
  const { encrypted, salt } = privacy!.encrypt({ boots: 3, time: 9_000 }, scoped)
  const message = userMessage(3, Buffer.alloc(12), salt, octets(encrypted))
  signer!.sign(message, message.indexOf(Buffer.concat([Buffer.from([4, 12]), Buffer.alloc(12)])) + 2)
  return message
}

function opened(security: Security, packet: Buffer) {
  const reader = new BerReader(packet)
  reader.outermost(0x30)
  reader.integer()
  return security.open(reader, { id, asked, isProbe: false })
}

function knownEngine() {
  const engine = createEngineState()
  engine.discover({ id: engineId, boots: 3, time: 9_000 })
  return engine
}

/** How many were taken; anything but MalformedPacket fails the test. */
function survive(packets: () => Buffer, security: Security, count: number) {
  let taken = 0
  let slowestMs = 0
  for (let round = 0; round < count; round++) {
    const packet = packets()
    const started = performance.now()
    try {
      if (opened(security, packet)) taken += 1
    } catch (error) {
      if (!(error instanceof MalformedPacket)) {
        throw new Error(`packet ${packet.toString('hex')}`, { cause: error })
      }
    }
    slowestMs = Math.max(slowestMs, performance.now() - started)
  }
  // A busy machine may fall into one; a packet that hangs takes for ever.
  expect(slowestMs).toBeLessThan(5_000)
  return taken
}

describe(`${rounds} mutated packets`, () => {
  const random = seeded(20_261_121)
  const plain = response({ version: 1, community: 'public', id }, rows)
  const clear = userMessage(0, Buffer.alloc(0), Buffer.alloc(0), scopedPdu(0xa2, rows))
  const report = userMessage(0, Buffer.alloc(0), Buffer.alloc(0), scopedPdu(0xa8, [reportOf(4)]))

  test('are none before they are mutated', () => {
    expect(opened(communitySecurity('2c', 'public'), Buffer.from(plain))).toMatchObject({ kind: 'answer' })
    const nobody = { version: '3', user: 'u', level: 'noAuthNoPriv' } as const
    expect(opened(userSecurity(nobody, knownEngine(), ''), Buffer.from(clear))).toMatchObject({
      kind: 'answer',
    })
    expect(opened(userSecurity(nobody, knownEngine(), ''), Buffer.from(report))).toMatchObject({
      kind: 'again',
    })
    const answer = opened(userSecurity(user, knownEngine(), ''), sealed(scopedPdu(0xa2, rows)))
    expect(answer).toMatchObject({ kind: 'answer', answer: { values: { length: rows.length } } })
  })

  test('of versions 1 and 2c crash and hang nothing', () => {
    const taken = survive(() => mutated(plain, random), communitySecurity('2c', 'public'), rounds * 0.5)
    expect(taken).toBeGreaterThan(100)
  })

  test('of version 3 crash and hang nothing', () => {
    const security = userSecurity({ version: '3', user: 'u', level: 'noAuthNoPriv' }, knownEngine(), '')
    survive(() => mutated(random(3) === 0 ? report : clear, random), security, rounds * 0.35)
  })

  test('that are well encrypted and signed crash and hang nothing', () => {
    const scoped = scopedPdu(0xa2, rows)
    const security = userSecurity(user, knownEngine(), '')
    const taken = survive(() => sealed(mutated(scoped, random)), security, rounds * 0.05)
    expect(taken).toBeGreaterThan(100)
  })

  test('that were well signed before are not taken', () => {
    const whole = sealed(scopedPdu(0xa2, rows))
    const packets = () => {
      for (;;) {
        const packet = mutated(whole, random)
        if (!packet.equals(whole)) return packet
      }
    }
    // Bytes behind the message are part of no signature, and of no message.
    const isBehind = (packet: Buffer) => packet.subarray(0, whole.length).equals(whole)
    const security = userSecurity(user, knownEngine(), '')
    const count = survive(
      () => {
        let packet = packets()
        while (isBehind(packet)) packet = packets()
        return packet
      },
      security,
      rounds * 0.1,
    )
    expect(count).toBe(0)
  })
})

describe('a peer that sends two hundred of them before each answer', () => {
  const engine = createSnmpEngine()
  afterAll(() => engine.close())

  test('is read all the same', async () => {
    const random = seeded(7)
    const name = '1.3.6.1.2.1.1.5.0'
    const peer = await startPeer('127.11.6.1', (request, reply) => {
      const answer = response(request, [[name, octets('real')]])
      const noise = response({ ...request, id: request.id ^ 0xff }, rows)
      for (let count = 0; count < 200; count++) reply(mutated(noise, random))
      reply(answer)
    })
    const credential = { version: '2c', community: 'public' } as const
    const session = engine.session({ address: peer.address, port: peer.port, credential, retries: 3 })
    for (let round = 0; round < 30; round++) {
      expect((await session.get([name])).get(name)?.value).toEqual(Buffer.from('real'))
    }
    expect(engine.counters.strange).toBeGreaterThan(3_000)
    await peer.stop()
  })
})
