import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSnmpEngine, type SnmpEngine } from '#protocols/snmp/index'
import { snmpdMissing, startSnmpd, type Snmpd } from '#test/daemons/snmpd'
import { portRows } from '#test/supervision/device'
import { newMemory, pollDevice } from './poll.ts'

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
      const { values } = await pollDevice(session, memory, isTurn, AbortSignal.timeout(10_000))
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
        const { values } = await pollDevice(session, memory, isTurn, AbortSignal.timeout(10_000))
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
