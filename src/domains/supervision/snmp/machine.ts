import { readableLine, SnmpError, type SnmpSession, type SnmpValue } from '#protocols/snmp/index'
import type { Value } from '../scheduler/live.ts'
import { metricNamed } from '../templates/catalogue.ts'
import { machine as oids, storageTypes } from './oids.ts'
import { number } from './ports.ts'

/** What a device tells of itself as a machine: processors, memory, volumes. Most switches tell nothing of it. */
export interface Machine {
  /** Indexes in hrProcessorTable. */
  processors: string[]
  /** The index of its memory in hrStorageTable, for where UCD-SNMP does not tell it better. */
  memory: string | undefined
  volumes: Volume[]
  /** Whether it speaks UCD-SNMP-MIB, as Net-SNMP does. */
  hasUcd: boolean
}

export interface Volume {
  index: string
  /** Where it is mounted; made unique by the index. */
  name: string
}

/** For the walks of one device together: a volume that hangs must not keep the ports from being read. */
const longestMs = 5_000
const mostVolumes = 256
/** The mean of so many is that of all. */
const mostProcessors = 128

/** Undefined where it could not be learned now. */
export async function learnMachine(session: SnmpSession, signal: AbortSignal): Promise<Machine | undefined> {
  try {
    const limits = { signal, mostMs: longestMs }
    const storage = await session.walkTable([oids.storageType, oids.storageName], limits)
    const processors = await session.walkTable([oids.processorLoad], limits)
    if (!storage.isComplete || !processors.isComplete) return undefined
    const ucd = await session.get([oids.memTotalReal], { signal })
    return {
      processors: [...processors.rows.keys()].slice(0, mostProcessors),
      memory: [...storage.rows].find(([, row]) => isOf(row, storageTypes.ram))?.[0],
      volumes: volumesOf(storage.rows),
      hasUcd: number(ucd.get(oids.memTotalReal)) > 0,
    }
  } catch (error) {
    if (!(error instanceof SnmpError)) throw error
    return undefined
  }
}

type Rows = Awaited<ReturnType<SnmpSession['walkTable']>>['rows']
type Row = Rows extends ReadonlyMap<string, infer R> ? R : never

function isOf(row: Row, type: string): boolean {
  return row.get(oids.storageType)?.value === type
}

/** What lies on disks. Net-SNMP gives the type of a disk to what the kernel keeps in memory too. */
function volumesOf(rows: Rows): Volume[] {
  const names = new Set<string>()
  const volumes: Volume[] = []
  for (const [index, row] of rows) {
    const plain = nameOf(row.get(oids.storageName))
    if (!isOf(row, storageTypes.fixedDisk) || plain === '' || inMemory.test(plain)) continue
    const name = names.has(plain) ? `${plain} #${index}` : plain
    names.add(name)
    volumes.push({ index, name })
  }
  return volumes.slice(0, mostVolumes)
}
const inMemory = /^\/(dev|proc|run|sys|snap)(\/|$)/

/** Windows says `C:\ Label:System  Serial Number 1a2b3c`. */
function nameOf(value: SnmpValue | undefined): string {
  if (!Buffer.isBuffer(value?.value)) return ''
  return readableLine(value.value, 180).replace(/ Label:.*$/, '')
}

/** What to ask of it at each poll. */
export function oidsOfMachine({ processors, memory, volumes, hasUcd }: Machine): string[] {
  const storages = [...volumes.map(({ index }) => index), ...(hasUcd || !memory ? [] : [memory])]
  return [
    ...processors.map((index) => `${oids.processorLoad}.${index}`),
    ...storages.flatMap((index) => [`${oids.storageSize}.${index}`, `${oids.storageUsed}.${index}`]),
    ...(hasUcd ? ucdScalars : []),
  ]
}
const ucdScalars = [
  oids.memTotalReal,
  oids.memAvailReal,
  oids.memBuffer,
  oids.memCached,
  oids.memTotalSwap,
  oids.memAvailSwap,
  oids.cpuIdle,
]

/** Per cent of what there is. What it did not tell is left out. */
export function machineValues(device: Machine, values: ReadonlyMap<string, SnmpValue>): Value[] {
  const found: Value[] = []
  const add = (metric: string, share: number | undefined, component = '') => {
    if (share === undefined || !Number.isFinite(share)) return
    const { decimals } = metricNamed(metric)!
    found.push({
      metric,
      component,
      value: Number(Math.min(100, Math.max(0, share)).toFixed(decimals)),
    })
  }
  const told = (oid: string) => toldOf(values.get(oid))
  add('cpu.used', processorShare(device, told))
  add('memory.used', memoryShare(device, told))
  add(
    'swap.used',
    shareOf(told(oids.memTotalSwap), without(told(oids.memTotalSwap), told(oids.memAvailSwap))),
  )
  for (const { index, name } of device.volumes) add('storage.used', storageShare(index, told), name)
  return found
}

type Told = (oid: string) => number | undefined

/** A value of 32 bits that an agent wrote with its sign: volumes of many units look negative. */
function toldOf(value: SnmpValue | undefined): number | undefined {
  if (typeof value?.value !== 'number') return undefined
  return value.value < 0 ? value.value + 2 ** 32 : value.value
}

/** The mean of all processors, over the last minute (RFC 2790); else the whole machine's, as Net-SNMP reckons it. */
function processorShare({ processors }: Machine, told: Told): number | undefined {
  const loads = processors.flatMap((index) => told(`${oids.processorLoad}.${index}`) ?? [])
  if (loads.length > 0) return loads.reduce((sum, load) => sum + load, 0) / loads.length
  return without(100, told(oids.cpuIdle))
}

/** What programs hold: buffers and caches are given back when somebody needs them. */
function memoryShare({ memory, hasUcd }: Machine, told: Told): number | undefined {
  if (!hasUcd) return memory === undefined ? undefined : storageShare(memory, told)
  const free = [oids.memAvailReal, oids.memBuffer, oids.memCached].map((oid) => told(oid) ?? 0)
  if (told(oids.memAvailReal) === undefined) return undefined
  const total = told(oids.memTotalReal)
  return shareOf(
    total,
    without(
      total,
      free.reduce((sum, one) => sum + one, 0),
    ),
  )
}

function storageShare(index: string, told: Told): number | undefined {
  return shareOf(told(`${oids.storageSize}.${index}`), told(`${oids.storageUsed}.${index}`))
}

function shareOf(whole: number | undefined, part: number | undefined): number | undefined {
  return whole === undefined || part === undefined || whole === 0 ? undefined : (part / whole) * 100
}

function without(whole: number | undefined, rest: number | undefined): number | undefined {
  return whole === undefined || rest === undefined ? undefined : whole - rest
}
