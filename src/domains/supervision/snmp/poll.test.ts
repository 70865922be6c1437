import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { createSnmpEngine, type SnmpEngine, type SnmpSession } from '#protocols/snmp/index'
import { snmpdMissing, startSnmpd, type Snmpd } from '#test/daemons/snmpd'
import { portRows } from '#test/supervision/device'
import { newMemory } from './memory.ts'
import { pollDevice } from './poll.ts'

const missing = snmpdMissing()
let device: Snmpd
let engine: SnmpEngine
beforeAll(async () => {
  if (missing) return
  engine = createSnmpEngine()
  device = await startSnmpd({ address: '127.21.0.90', overrides: octets(1_000_000n) })
})
afterAll(async () => {
  await device?.stop()
  engine?.close()
})

const octets = (inOctets: bigint) => portRows({ index: 1, name: 'Gi0/1', inOctets, speedMbps: 100_000 })

test.skipIf(missing)(
  'what was counted between two turns is in the rate, also after a look in between',
  async () => {
    const session = engine.session({
      address: device.address,
      port: device.port,
      credential: { version: '2c', community: 'public' },
    })
    const memory = newMemory()
    const poll = async (isTurn: boolean) => {
      const { values } = await pollDevice(session, memory, { isTurn }, AbortSignal.timeout(10_000))
      return values.find(({ metric }) => metric === 'if.in')?.value
    }
    expect(await poll(true)).toBeUndefined()
    const began = performance.now()
    await device.setValues(octets(11_000_000n))
    expect(await poll(false)).toBeGreaterThan(0)
    const rate = (await poll(true))!
    const seconds = (performance.now() - began) / 1_000
    // Ten million octets: no more time has gone by than from before the change to now.
    expect(rate).toBeGreaterThanOrEqual(80_000_000 / (seconds + 1))
    expect(await poll(true)).toBe(0)
  },
)

test.skipIf(missing)(
  'no rate is told over an instant; the next one counts from where this one would have',
  async () => {
    const address = '127.21.0.93'
    const quick = await startSnmpd({ address, overrides: octets(0n) })
    try {
      const session = engine.session({
        address,
        port: quick.port,
        credential: { version: '2c', community: 'public' },
      })
      const memory = newMemory()
      const poll = async (leastSpanMs: number) => {
        const turn = { isTurn: true, leastSpanMs }
        const { values } = await pollDevice(session, memory, turn, AbortSignal.timeout(10_000))
        return values.find(({ metric }) => metric === 'if.in')?.value
      }
      expect(await poll(60_000)).toBeUndefined()
      await quick.setValues(octets(1_000_000n))
      expect(await poll(60_000)).toBeUndefined()
      expect(await poll(0)).toBeGreaterThan(0)
    } finally {
      await quick.stop()
    }
  },
)

test.skipIf(missing)('a rate is right where a device takes its time for the rest of its answer', async () => {
  const [counter] = portRows({ index: 1, name: 'Gi0/1' }).filter(({ oid }) => oid.includes('31.1.1.1.6.'))
  const { address, port } = device
  const session = engine.session({ address, port, credential: { version: '2c', community: 'public' } })
  // Time goes on where the test says so.
  let atMs = 1_000_000
  let restMs = 400
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => atMs)
  onTestFinished(() => clock.mockRestore())
  // A hundred octets a millisecond. The packets after the first come late, as those of a large switch do the first time.
  const late: SnmpSession = {
    ...session,
    async get(oids, { heard, ...options } = {}) {
      const values = await session.get(oids, options)
      values.set(counter!.oid, { type: 'counter64', value: BigInt(atMs * 100) })
      heard?.([counter!.oid])
      atMs += restMs
      heard?.(oids.filter((oid) => oid !== counter!.oid))
      return values
    },
  }
  const memory = newMemory()
  await pollDevice(late, memory, { isTurn: true }, AbortSignal.timeout(10_000))
  restMs = 0
  atMs += 400
  const { values } = await pollDevice(late, memory, { isTurn: true }, AbortSignal.timeout(10_000))
  expect(values.find(({ metric }) => metric === 'if.in')!.value).toBeCloseTo(800_000)
})

test.skipIf(missing)('a counter of broken frames that is cleared is no storm of broken frames', async () => {
  const address = '127.21.0.91'
  const errors = (inErrors: number, speedMbps: number) =>
    portRows({ index: 1, name: 'Gi0/1', inErrors, speedMbps })
  for (const speedMbps of [1_000, 100_000, 0]) {
    const switched = await startSnmpd({ address, overrides: errors(1_000, speedMbps) })
    try {
      const session = engine.session({
        address,
        port: switched.port,
        credential: { version: '2c', community: 'public' },
      })
      const memory = newMemory()
      const poll = async (inErrors: number, isTurn = true) => {
        await switched.setValues(errors(inErrors, speedMbps))
        const { values } = await pollDevice(session, memory, { isTurn }, AbortSignal.timeout(10_000))
        return values.find(({ metric }) => metric === 'if.in-errors')?.value
      }
      expect(await poll(1_000)).toBeUndefined()
      expect(await poll(1_010)).toBeGreaterThan(0)
      // Whoever looks into a cable clears its counters; what is counted from there on is known again.
      expect(await poll(0)).toBeUndefined()
      expect(await poll(5)).toBeGreaterThan(0)
      // Near its end a counter would wrap; it was cleared all the same.
      expect(await poll(4_200_000_000)).toBeUndefined()
      expect(await poll(4_200_000_010)).toBeGreaterThan(0)
      expect(await poll(0, false)).toBeUndefined()
      expect(await poll(7)).toBeGreaterThan(0)
      expect(await poll(7)).toBe(0)
    } finally {
      await switched.stop()
    }
  }
})
