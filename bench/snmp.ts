import { fork } from 'node:child_process'
import { once } from 'node:events'
import { BerReader } from '#protocols/snmp/ber/reader'
import { communitySecurity } from '#protocols/snmp/community'
import { createSnmpEngine, type SnmpCredential, type SnmpEngine } from '#protocols/snmp/index'
import { requestPdu } from '#protocols/snmp/pdu'
import { integer, response, tlv, type Row } from '#test/daemons/snmp-peer'
import { snmpdMissing, startSnmpd } from '#test/daemons/snmpd'

const id = 0x1234_5678
const keys = { authKey: 'authpass12', privKey: 'privpass12' }

/** Prints what decoding costs, and how many requests with their answers a second of our processor is good for. */
export async function run(): Promise<void> {
  decoding()
  await manyDevices()
  const missing = snmpdMissing()
  if (missing) return console.log(`snmp, pairs: skipped, ${missing}`)
  await pairs()
}

/** Ten interfaces of a switch: two 64-bit counters, two 32-bit ones and a state of each. */
function switchRows(): Row[] {
  const counter64 = tlv(0x46, Buffer.from('123456789abc', 'hex'))
  const columns: [string, Buffer][] = [
    ['1.3.6.1.2.1.31.1.1.1.6', counter64],
    ['1.3.6.1.2.1.31.1.1.1.10', counter64],
    ['1.3.6.1.2.1.2.2.1.14', integer(3_000_000_000, 0x41)],
    ['1.3.6.1.2.1.2.2.1.20', integer(70_000, 0x41)],
    ['1.3.6.1.2.1.2.2.1.8', integer(1)],
  ]
  return Array.from({ length: 10 }, (_, at) => at + 1).flatMap((port) =>
    columns.map(([column, value]): Row => [`${column}.${port}`, value]),
  )
}

function decoding(): void {
  const rows = switchRows()
  const oids = rows.map(([name]) => name)
  const packet = response({ version: 1, community: 'public', id }, rows)
  const security = communitySecurity('2c', 'public')
  const read = (asked: ReturnType<typeof requestPdu>) => () => {
    const reader = new BerReader(packet)
    reader.outermost(0x30)
    reader.integer()
    return security.open(reader, { id, asked, isProbe: false })
  }
  const print = (what: string, micros: number) => console.log(`snmp, ${what}: ${micros.toFixed(2)} µs`)
  print('decode 50 variables of a GET', microsOf(read(requestPdu('get', oids))))
  print('decode 50 variables whose names were not asked for', microsOf(read(requestPdu('get', []))))
  const seal = () => security.seal({ id, asked: requestPdu('get', oids), isProbe: false })
  print('encode a GET of 50 variables', microsOf(seal))
}

/** The best of several rounds: other programs only ever make it slower. */
function microsOf(work: () => unknown): number {
  const perRound = 20_000
  let best = Infinity
  for (let round = 0; round < 12; round++) {
    const started = performance.now()
    for (let at = 0; at < perRound; at++) work()
    best = Math.min(best, ((performance.now() - started) * 1_000) / perRound)
  }
  return best
}

/** 32 devices that cost nothing, two requests in flight to each: what the engine and the kernel take. */
async function manyDevices(): Promise<void> {
  const rows = switchRows()
  const packet = response({ version: 1, community: 'public', id }, rows).toString('hex')
  const child = fork(new URL('snmp-responder.ts', import.meta.url), ['10192', packet])
  await once(child, 'message')
  const engine = createSnmpEngine()
  const credential = { version: '2c', community: 'public' } as const
  const oids = rows.map(([name]) => name)
  const sessions = Array.from({ length: 32 }, (_, at) =>
    engine.session({ address: `127.11.10.${at + 1}`, port: 10_192, credential }),
  )
  const ask = (times: number) =>
    Promise.all(
      [...sessions, ...sessions].map(async (session) => {
        for (let at = 0; at < times; at++) await session.get(oids)
      }),
    )
  try {
    // Until fifty fit: what answers knows one answer only.
    for (const session of sessions) {
      while (session.learned().oidsPerGet < 50) await session.get(oids.slice(0, session.learned().oidsPerGet))
    }
    await ask(100)
    const perSecond = await pairsWithin(engine, () => ask(500))
    console.log(
      `snmp, version 2c, 32 devices: ${Math.round(perSecond)} pairs of 50 variables a CPU second (ours)`,
    )
  } finally {
    engine.close()
    child.disconnect()
    await once(child, 'exit')
  }
}

async function pairs(): Promise<void> {
  const device = await startSnmpd({
    address: '127.11.9.1',
    port: 10_191,
    users: [{ name: 'u', auth: 'SHA', priv: 'AES', ...keys }],
  })
  const engine = createSnmpEngine()
  const target = { address: device.address, port: device.port }
  const user = { version: '3', user: 'u', authProtocol: 'sha1', privProtocol: 'aes128', ...keys } as const
  const credentials: [string, SnmpCredential][] = [
    ['version 2c', { version: '2c', community: 'public' }],
    ['version 3, authNoPriv (SHA-1)', { ...user, level: 'authNoPriv' }],
    ['version 3, authPriv (SHA-1, AES-128)', { ...user, level: 'authPriv' }],
  ]
  try {
    for (const [what, credential] of credentials) {
      const perSecond = await pairsPerCpuSecond(engine, { ...target, credential })
      console.log(
        `snmp, ${what}, one snmpd: ${Math.round(perSecond)} pairs of 50 variables a CPU second (ours)`,
      )
    }
  } finally {
    engine.close()
    await device.stop()
  }
}

async function pairsPerCpuSecond(
  engine: SnmpEngine,
  target: Parameters<SnmpEngine['session']>[0],
): Promise<number> {
  const session = engine.session(target)
  const { varbinds } = await session.walk('1.3.6.1.2.1')
  const oids = varbinds.slice(-50).map(({ oid }) => oid)
  const ask = async (times: number) => {
    for (let at = 0; at < times; at++) await session.get(oids)
  }
  await Promise.all([ask(400), ask(400)])
  return pairsWithin(engine, () => Promise.all([ask(2_000), ask(2_000)]))
}

async function pairsWithin(engine: SnmpEngine, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  const { received } = engine.counters
  await work()
  const { user, system } = process.cpuUsage(before)
  return (engine.counters.received - received) / ((user + system) / 1_000_000)
}
