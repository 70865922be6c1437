import { createSocket } from 'node:dgram'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { integer, octets, oid, startPeer, tlv, type Peer, type Reply } from '#test/daemons/snmp-peer'
import { snmpdMissing, startSnmpd, type Snmpd } from '#test/daemons/snmpd'
import { createSnmpEngine, type SnmpEngine } from '../index.ts'

const missing = snmpdMissing()
const keys = { authKey: 'authpass12', privKey: 'privpass12' }
const credential = { version: '3', user: 'u', level: 'authPriv', ...keys } as const
const sysName = '1.3.6.1.2.1.1.5.0'
const otherEngine = Buffer.from('80001f8804666f72676564', 'hex')

/** The identifier of a message of version 3, found without knowing its format: the first integer of four bytes. */
function idOf(packet: Buffer): number {
  return packet.readInt32BE(packet.indexOf(Buffer.from([0x02, 0x04])) + 2)
}

/** A message that nobody signed. */
function unsigned(id: number, engineId: Buffer, pdu: Buffer, boots = 1, time = 1): Buffer {
  const parameters = [engineId, integer(boots), integer(time), octets('u'), octets(''), octets('')]
  const security = tlv(0x30, octets(engineId), ...parameters.slice(1))
  const header = tlv(0x30, integer(id), integer(65_507), octets(Buffer.of(0)), integer(3))
  return tlv(0x30, integer(3), header, octets(security), tlv(0x30, octets(engineId), octets(''), pdu))
}

function pdu(tag: number, id: number, name: string, value: Buffer): Buffer {
  return tlv(tag, integer(id), integer(0), integer(0), tlv(0x30, tlv(0x30, oid(name), value)))
}

const report = (id: number, engineId: Buffer, last: number, boots?: number) =>
  unsigned(id, engineId, pdu(0xa8, id, `1.3.6.1.6.3.15.1.1.${last}.0`, integer(1, 0x41)), boots)

describe.skipIf(missing)(`between us and snmpd${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let device: Snmpd
  let relay: Peer
  let engine: SnmpEngine
  /** What whoever listens sends before the device's answer is let through. */
  let forge: (packet: Buffer, reply: Reply) => void
  /** What becomes of the device's answers; undefined drops one. */
  let pass: (answer: Buffer) => Buffer | undefined
  const upstream = createSocket('udp4')
  const realEngine = '80001f88047265616c'

  beforeAll(async () => {
    const users = [{ name: 'u', auth: 'SHA', priv: 'AES', ...keys }]
    device = await startSnmpd({
      address: '127.11.7.1',
      port: 10_171,
      sysName: 'real',
      users,
      engineId: realEngine,
    })
    let back: Reply = () => undefined
    upstream.on('message', (answer) => {
      const passed = pass(answer)
      if (passed) back(passed)
    })
    const relayed = (packet: Buffer, reply: Reply) => {
      back = reply
      forge(packet, reply)
      upstream.send(packet, device.port, device.address)
    }
    relay = await startPeer('127.11.7.2', () => undefined, relayed)
  })
  afterEach(() => engine.close())
  afterAll(async () => {
    upstream.close()
    await relay?.stop()
    await device?.stop()
  })

  function connect(user = {}) {
    forge = () => undefined
    pass = (answer) => answer
    engine = createSnmpEngine()
    const target = { address: relay.address, port: relay.port, credential: { ...credential, ...user } }
    return engine.session({ ...target, timeoutMs: 400, retries: 1 })
  }
  const real = { type: 'octets', value: Buffer.from('real') }

  test.each([1, 3, 5, 6])('an unsigned report (usmStats %i) does not end a request', async (last) => {
    const session = connect()
    await session.get([sysName])
    forge = (packet, reply) => reply(report(idOf(packet), Buffer.from(realEngine, 'hex'), last))
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
  })

  test('a report of another identity does not move what is confirmed', async () => {
    const session = connect()
    await session.get([sysName])
    forge = (packet, reply) => reply(report(idOf(packet), otherEngine, 4))
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
    expect(session.learned().engineId).toBe(realEngine)
  })

  test('a false identity at discovery is given up for the real one', async () => {
    const session = connect()
    let count = 0
    forge = (packet, reply) => {
      count += 1
      if (count === 1) reply(report(idOf(packet), otherEngine, 4, 2_147_483_647))
    }
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
    expect(session.learned().engineId).toBe(realEngine)
  })

  test('a false time at discovery does not shut the real one out', async () => {
    const session = connect()
    let count = 0
    forge = (packet, reply) => {
      count += 1
      if (count === 1) reply(report(idOf(packet), Buffer.from(realEngine, 'hex'), 4, 2_147_483_000))
    }
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
    expect(session.learned().engineBoots).toBeLessThan(100)
  })

  test('an answer that nobody signed is not taken', async () => {
    const session = connect()
    await session.get([sysName])
    forge = (packet, reply) => {
      const id = idOf(packet)
      reply(unsigned(id, Buffer.from(realEngine, 'hex'), pdu(0xa2, id, sysName, octets('forged'))))
    }
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
    expect(engine.counters.refused).toBeGreaterThan(0)
  })

  test('an answer changed on its way is not taken', async () => {
    const session = connect()
    await session.get([sysName])
    let isFirst = true
    pass = (answer) => {
      if (isFirst) answer[answer.length - 1]! ^= 1
      isFirst = false
      return answer
    }
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
    expect(engine.counters.retries).toBe(1)
  })

  test('an old answer sent again is not taken', async () => {
    const session = connect()
    let old: Buffer | undefined
    pass = (answer) => (old = answer)
    await session.get([sysName])
    pass = () => old
    await expect(session.get([sysName])).rejects.toMatchObject({ code: 'timeout' })
    pass = (answer) => answer
    expect((await session.get([sysName])).get(sysName)).toEqual(real)
  })

  test('what a wrong key hides is never taken for an answer', async () => {
    const session = connect({ authKey: 'another-password' })
    await expect(session.get([sysName])).rejects.toMatchObject({ code: 'wrong-key' })
  })
})
