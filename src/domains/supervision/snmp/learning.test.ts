import { beforeEach, expect, test } from 'vitest'
import type { SnmpSession, SnmpValue } from '#protocols/snmp/index'
import { newMemory, type DeviceMemory } from './memory.ts'
import { octets, portColumns, scalars, statusColumns } from './oids.ts'
import { pollDevice } from './poll.ts'

/** What happens between a device and what is remembered of it, at moments that no real device can be brought to. */

interface Row {
  name: string
  octets: bigint
  /** Without one it is in the table of names alone. */
  isPort?: boolean
}
let table: Map<string, Row>
let uptimeS: number
let tableChange: number
let isWide: boolean
/** How many walks from now on get no answer, or stop after the first row. */
let failing: number
let stopping: number
let walks: number
/** Whether what it says of itself as a machine never comes. */
let hanging: boolean
let memory: DeviceMemory

beforeEach(() => {
  table = new Map([
    ['1', { name: 'eth0', octets: 1_000n }],
    ['2', { name: 'uplink', octets: 9_000_000n }],
  ])
  uptimeS = 100_000
  tableChange = 1
  isWide = false
  failing = 0
  stopping = 0
  walks = 0
  hanging = false
  memory = newMemory()
})

const ticks = (value: number): SnmpValue => ({ type: 'ticks', value })
const integer = (value: number): SnmpValue => ({ type: 'integer', value })
const missing: SnmpValue = { type: 'noSuchInstance', value: null }

function valueOf(oid: string): SnmpValue {
  if (oid === scalars.sysUpTime) return ticks(uptimeS * 100)
  if (oid === scalars.ifTableLastChange) return ticks(tableChange)
  const index = oid.slice(oid.lastIndexOf('.') + 1)
  const column = oid.slice(0, oid.lastIndexOf('.'))
  const row = table.get(index)
  if (!row || row.isPort === false) return missing
  if (Object.values<string>(statusColumns).includes(column)) return integer(1)
  if (Object.values<string>(octets.narrow).includes(column))
    return { type: 'counter32', value: Number(row.octets % (1n << 32n)) }
  if (isWide && Object.values<string>(octets.wide).includes(column))
    return { type: 'counter64', value: row.octets }
  return missing
}

const session = {
  async get(oids: readonly string[], { heard }: { heard?: (oids: readonly string[]) => void } = {}) {
    heard?.(oids)
    return new Map(oids.map((oid) => [oid, valueOf(oid)]))
  },
  async walkTable(columns: readonly string[]) {
    if (!columns.includes(portColumns.name)) return { rows: new Map(), isOrdered: true, isComplete: !hanging }
    walks += 1
    if (failing > 0) {
      failing -= 1
      throw new Error('nothing came')
    }
    const isCut = stopping > 0
    if (isCut) stopping -= 1
    const rows = [...table].slice(0, isCut ? 1 : undefined).map(([index, row]) => {
      const told = columns.flatMap((column): [string, SnmpValue][] => {
        if (column === portColumns.name) return [[column, { type: 'octets', value: Buffer.from(row.name) }]]
        const value = valueOf(`${column}.${index}`)
        return value.value === null ? [] : [[column, value]]
      })
      return [index, new Map(told)] as const
    })
    return { rows: new Map(rows), isOrdered: true, isComplete: !isCut }
  },
} as unknown as SnmpSession

async function poll() {
  const { values, ...rest } = await pollDevice(session, memory, { isTurn: true }, AbortSignal.timeout(10_000))
  const of = (metric: string) =>
    Object.fromEntries(values.filter((one) => one.metric === metric).map((one) => [one.component, one.value]))
  return { ...rest, received: of('if.in'), states: of('if.state') }
}
const grow = (name: string, by: bigint) => {
  for (const row of table.values()) if (row.name === name) row.octets += by
}

test('a restart is not forgotten where the ports cannot be learned after it', async () => {
  await poll()
  uptimeS = 120
  for (const row of table.values()) row.octets = 50n
  failing = 1
  await expect(poll()).rejects.toThrow('nothing came')
  uptimeS = 121
  const { restarted, received } = await poll()
  expect(restarted).toBe(true)
  expect(received).toEqual({})
  grow('uplink', 1_000n)
  expect((await poll()).received['uplink']).toBeGreaterThan(0)
})

test('ports that were numbered anew are not taken for each other where they cannot be learned at once', async () => {
  await poll()
  const [one, two] = [table.get('1')!, table.get('2')!]
  table = new Map([
    ['1', two],
    ['2', one],
  ])
  tableChange = 2
  failing = 1
  await expect(poll()).rejects.toThrow('nothing came')
  await poll()
  grow('uplink', 10_000n)
  const { received } = await poll()
  expect(received['uplink']).toBeGreaterThan(0)
  expect(received['eth0']).toBe(0)
})

test('what is counted with 64 bits is not compared with what is counted with 32', async () => {
  isWide = true
  table.get('2')!.octets = 1_000_000_000_000n
  await poll()
  grow('uplink', 1_000n)
  expect((await poll()).received['uplink']).toBeGreaterThan(0)
  isWide = false
  tableChange = 2
  grow('uplink', 1_000n)
  expect((await poll()).received['uplink']).toBeUndefined()
  grow('uplink', 1_000n)
  expect((await poll()).received['uplink']).toBeGreaterThan(0)
})

test('a table that was not read to its end says of no port that it is gone', async () => {
  expect((await poll()).components.interface).toEqual(new Set(['eth0', 'uplink']))
  tableChange = 2
  stopping = 1
  const { components, states } = await poll()
  expect(components.interface).toBeUndefined()
  expect(states).toEqual({ eth0: 1, uplink: 1 })
  // It is read again before long, without another sign from the device.
  for (let turn = 0; turn < 5; turn++) await poll()
  expect((await poll()).components.interface).toEqual(new Set(['eth0', 'uplink']))
})

test('a machine that cannot be learned keeps nobody from knowing its ports', async () => {
  hanging = true
  expect((await poll()).components).toEqual({ interface: new Set(['eth0', 'uplink']) })
  const before = walks
  for (let turn = 0; turn < 20; turn++) await poll()
  expect(walks).toBe(before)
  hanging = false
  for (let turn = 0; turn < 60; turn++) await poll()
  expect((await poll()).components.volume).toEqual(new Set())
})

test('a port that is gone is no longer among the ports', async () => {
  await poll()
  table.delete('2')
  const { components, states } = await poll()
  expect(components.interface).toEqual(new Set(['eth0']))
  expect(states).toEqual({ eth0: 1 })
})

test('what has a name and no state is no port, and is not looked for at each poll', async () => {
  table.set('9', { name: 'ghost', octets: 0n, isPort: false })
  expect((await poll()).components.interface).toEqual(new Set(['eth0', 'uplink']))
  const before = walks
  for (let turn = 0; turn < 10; turn++) await poll()
  expect(walks).toBe(before)
})
