import { expect, test } from 'vitest'
import { mostInterfaces } from '#inventory'
import type { SnmpSession, SnmpValue } from '#protocols/snmp/index'
import { learnPorts } from '../snmp/ports.ts'
import { portColumns } from '../snmp/oids.ts'
import { seriesKey, type LiveAsset, type Value } from './live.ts'
import { createNewcomers } from './newcomers.ts'

const asset = (components: readonly string[] = []): LiveAsset => ({
  id: 'liar',
  organisationId: 'org',
  siteId: null,
  address: '192.0.2.91',
  access: undefined,
  checks: [],
  series: new Map(components.map((name, id) => [seriesKey('if.state', name), id])),
})
const ports = (count: number, run: number): Value[] =>
  Array.from({ length: count }, (_, at) => ({ metric: 'if.state', component: `r${run}/${at}`, value: 1 }))
const uptime: Value = { metric: 'system.uptime', component: '', value: 1 }

test('a device whose ports never keep their names is measured on so many new ones an hour', () => {
  const newcomers = createNewcomers()
  const live = asset()
  expect(newcomers.admit(live, [uptime])).toHaveLength(1)
  expect(newcomers.admit(live, [uptime, ...ports(1_500, 0)])).toHaveLength(1_501)
  expect(newcomers.isRefusing()).toBe(false)
  let admitted = 0
  for (let run = 1; run <= 20; run++) admitted += newcomers.admit(live, ports(1_500, run)).length
  expect(admitted).toBe(512)
  expect(newcomers.isRefusing()).toBe(true)
  // What was known stays measured, and so does the device itself.
  expect(newcomers.admit(live, [uptime, ...ports(1_500, 0)])).toHaveLength(1_501)
})

test('what has series already is no newcomer, and what there is already of gone ones is counted', () => {
  const newcomers = createNewcomers()
  const names = ports(2 * mostInterfaces, 0).map(({ component }) => component)
  const live = asset(names)
  expect(newcomers.admit(live, ports(2_000, 0))).toHaveLength(2_000)
  expect(newcomers.admit(live, ports(10, 1))).toEqual([])
  expect(newcomers.isRefusing()).toBe(true)
})

test('no more ports are asked than a discovery reads', async () => {
  const row = (at: number): [string, Map<string, SnmpValue>] => [
    String(at),
    new Map<string, SnmpValue>([
      [portColumns.name, { type: 'octets', value: Buffer.from(`p${at}`) }],
      [portColumns.oper, { type: 'integer', value: 1 }],
    ]),
  ]
  const rows = new Map(Array.from({ length: 3_000 }, (_, at) => row(at)))
  const session = { walkTable: async () => ({ rows, isComplete: true }) } as unknown as SnmpSession
  const { ports, isWhole } = await learnPorts(session, AbortSignal.timeout(1_000))
  expect(ports).toHaveLength(mostInterfaces)
  expect(isWhole).toBe(false)
})

test('a check that a person gave is no component of the device, and takes no place of its ports', () => {
  const newcomers = createNewcomers()
  const live = asset()
  const given = { metric: 'tcp.time', component: '22', value: 1 }
  expect(newcomers.admit(live, [given])).toEqual([given])
  expect(newcomers.admit(live, ports(1_500, 0))).toHaveLength(1_500)
  expect(newcomers.admit(live, [{ ...given, component: '443' }])).toHaveLength(1)
})
