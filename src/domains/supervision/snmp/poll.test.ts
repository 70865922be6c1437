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
