import type { SnmpSession } from '#protocols/snmp/index'
import { scalars } from './oids.ts'
import { learnMachine, type Machine } from './machine.ts'
import { learnPorts, number, type Port } from './ports.ts'
import type { Reading } from './rate.ts'

/** What is remembered of a device from one poll to the next. */
export interface DeviceMemory {
  ports: Port[] | undefined
  /** Undefined until it was learned. */
  machine: Machine | undefined
  /** From which poll on that is learned anew. */
  machineAt: number
  /** Whether that is all of its ports. */
  isWhole: boolean
  polls: number
  /** From which poll on its ports are learned anew. */
  learnAt: number
  /** ifTableLastChange from before its ports were learned: what moved meanwhile shows in the next answer. */
  tableChange: number
  uptime: { seconds: number; atMs: number } | undefined
  /** By metric and port name. */
  readings: Map<string, Reading>
}

/** Devices without ifTableLastChange may number anew without a word: the table is walked again now and then. */
const relearnEvery = 60
/** One that stopped in the middle of its table, or does not stand by it, is asked again sooner. */
const relearnPartEvery = 5

export function newMemory(): DeviceMemory {
  return {
    ports: undefined,
    machine: undefined,
    machineAt: 0,
    isWhole: false,
    polls: 0,
    learnAt: 0,
    tableChange: 0,
    uptime: undefined,
    readings: new Map(),
  }
}

/**
 * Learns a device's ports. What was counted on ports that are gone, or in another width, is forgotten. Those that a walk
 * did not reach are kept as they were. What it throws leaves the memory as it was.
 */
export async function learn(
  session: SnmpSession,
  memory: DeviceMemory,
  signal: AbortSignal,
): Promise<Port[]> {
  const before = memory.ports ?? []
  const change = await session.get([scalars.ifTableLastChange], { signal })
  const learned = await learnPorts(session, signal)
  const ports = learned.isWhole ? learned.ports : [...learned.ports, ...unreached(before, learned.ports)]
  const widths = new Map(ports.map(({ name, isWide }) => [name, isWide]))
  const widthsBefore = new Map(before.map(({ name, isWide }) => [name, isWide]))
  for (const key of memory.readings.keys()) {
    const name = key.slice(key.indexOf('\n') + 1)
    if (!widths.has(name) || widths.get(name) !== widthsBefore.get(name)) memory.readings.delete(key)
  }
  memory.ports = ports
  memory.isWhole = learned.isWhole
  memory.tableChange = number(change.get(scalars.ifTableLastChange))
  memory.learnAt = memory.polls + (learned.isWhole ? relearnEvery : relearnPartEvery)
  return ports
}

/** Learns what a device is as a machine, apart from its ports: a volume that hangs keeps nobody from knowing those. */
export async function learnAboutMachine(
  session: SnmpSession,
  memory: DeviceMemory,
  signal: AbortSignal,
): Promise<void> {
  const learned = await learnMachine(session, signal)
  const isFirst = memory.machineAt === 0
  memory.machine = learned ?? memory.machine
  memory.machineAt = memory.polls + (!learned && isFirst ? relearnPartEvery : relearnEvery)
}

/** What was learned may not hold for long. */
export function learnSooner(memory: DeviceMemory): void {
  memory.learnAt = Math.min(memory.learnAt, memory.polls + relearnPartEvery)
}

function unreached(before: readonly Port[], reached: readonly Port[]): Port[] {
  const names = new Set(reached.map(({ name }) => name))
  const indexes = new Set(reached.map(({ index }) => index))
  return before.filter(({ name, index }) => !names.has(name) && !indexes.has(index))
}
