import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createSnmpEngine, type SnmpEngine } from '#protocols/snmp/index'
import type { Override } from '#test/daemons/snmpd-overrides'
import { snmpdMissing, startSnmpd, type Snmpd, type SnmpdOptions } from '#test/daemons/snmpd'
import { portRows } from '#test/supervision/device'
import { newMemory } from './memory.ts'
import { machine as oids, storageTypes } from './oids.ts'
import { pollDevice } from './poll.ts'

const missing = snmpdMissing()
let engine: SnmpEngine
let device: Snmpd | undefined
beforeAll(() => void (engine = createSnmpEngine()))
afterEach(() => device?.stop())
afterAll(() => engine?.close())

const disk = storageTypes.fixedDisk
const row = (index: number, name: string, size: number, used: number, type: string = disk): Override[] => [
  { oid: `${oids.storageType}.${index}`, type: 'objectid', value: type },
  { oid: `${oids.storageName}.${index}`, type: 'octet', value: name },
  { oid: `${oids.storageSize}.${index}`, type: 'integer', value: size },
  { oid: `${oids.storageUsed}.${index}`, type: 'integer', value: used },
]
const load = (...loads: number[]) =>
  loads.map((value, at): Override => ({
    oid: `${oids.processorLoad}.${196_608 + at}`,
    type: 'integer',
    value,
  }))
const scalar = (oid: string, value: number): Override => ({ oid, type: 'integer', value })

async function poll(options: Partial<SnmpdOptions>) {
  device = await startSnmpd({ address: '127.21.0.95', ...options })
  const { address, port } = device
  const session = engine.session({ address, port, credential: { version: '2c', community: 'public' } })
  const turn = { isTurn: true }
  const { values, components } = await pollDevice(session, newMemory(), turn, AbortSignal.timeout(10_000))
  const said = values.map(({ metric, component, value }): [string, number] => [
    component ? `${metric} ${component}` : metric,
    value,
  ])
  const isOfMachine = ([name]: [string, number]) => /^(cpu|memory|swap|storage)\./.test(name)
  return { shares: Object.fromEntries(said.filter(isOfMachine)), components }
}

describe.skipIf(missing)('a machine', () => {
  test('tells how busy its processors are and how full its memory and volumes', async () => {
    const { shares, components } = await poll({
      overrides: [
        ...portRows({ index: 1, name: 'eth0' }),
        ...load(10, 31),
        ...row(1, 'Physical memory', 1_000, 990, storageTypes.ram),
        ...row(31, '/', 400, 100),
        ...row(35, '/run/lock', 10, 9),
        // Of 2^31 units and more, written with a sign.
        ...row(36, '/srv', -1_294_967_296, 1_500_000_000),
        ...row(37, 'C:\\ Label:System  Serial Number 1a2b3c', 100, 97),
        ...row(38, '/empty', 0, 0),
        scalar(oids.memTotalReal, 1_000),
        scalar(oids.memAvailReal, 100),
        scalar(oids.memBuffer, 50),
        scalar(oids.memCached, 250),
        scalar(oids.memTotalSwap, 500),
        scalar(oids.memAvailSwap, 400),
      ],
    })
    expect(shares).toEqual({
      'cpu.used': 20.5,
      'memory.used': 60,
      'swap.used': 20,
      'storage.used /': 25,
      'storage.used /srv': 50,
      'storage.used C:\\': 97,
    })
    expect(components).toEqual({
      interface: new Set(['eth0']),
      volume: new Set(['/', '/srv', 'C:\\', '/empty']),
    })
  })

  test('that is not Net-SNMP’s tells its memory as a row of its storage', async () => {
    const { shares } = await poll({ overrides: row(3, 'Physical Memory', 800, 200, storageTypes.ram) })
    expect(shares).toEqual({ 'memory.used': 25 })
  })

  test('of Debian tells what is real', async () => {
    const { shares } = await poll({ modules: 'all' })
    const names = Object.keys(shares)
    // Its processors it tells only when it has watched them for a minute.
    expect(names).toContain('memory.used')
    for (const share of Object.values(shares)) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(100)
    }
  })

  test('that is a switch tells nothing of it', async () => {
    expect((await poll({ overrides: portRows({ index: 1, name: 'Gi0/1' }) })).shares).toEqual({})
  })
})
