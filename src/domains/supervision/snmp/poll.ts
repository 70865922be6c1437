import { monotonicMs } from '#kernel/clock'
import { isMissing, type SnmpSession, type SnmpValue } from '#protocols/snmp/index'
import type { Components, Value } from '../scheduler/live.ts'
import { metricNamed } from '../templates/catalogue.ts'
import { octets, scalars, statusColumns, troubles } from './oids.ts'
import { machineValues, oidsOfMachine } from './machine.ts'
import { learn, learnAboutMachine, learnSooner, type DeviceMemory } from './memory.ts'
import { number, type Port } from './ports.ts'
import { ratePerSecond, type Between } from './rate.ts'
import { hasRestarted, uptimeOf } from './uptime.ts'

export interface Turn {
  /**
   * Whether what it says is stored. A look in between leaves the counters where the last turn read them, so that nothing
   * of what they count is missing from the rates.
   */
  isTurn: boolean
  /** No rate is told over less: what an answer takes on its way would be a part of it that counts. */
  leastSpanMs?: number
}

export interface Polled {
  values: Value[]
  restarted: boolean
  components: Components
}

/** A speed is a nominal one, and clocks are not exact. */
const speedMargin = 1.05

/**
 * Asks a device for everything that the basics measure, in as few packets as it takes.
 * @throws SnmpError
 */
export async function pollDevice(
  session: SnmpSession,
  memory: DeviceMemory,
  { isTurn, leastSpanMs = 0 }: Turn,
  signal: AbortSignal,
): Promise<Polled> {
  let { ports } = memory
  if (!ports || memory.polls >= memory.learnAt) {
    ports = await learn(session, memory, signal)
  }
  if (memory.polls >= memory.machineAt) await learnAboutMachine(session, memory, signal)
  memory.polls += 1
  let asked = await ask(session, memory, signal)
  const restarted = restartSeen(memory, asked)
  if (restarted || tableMoved(memory, asked) || ports.some((port) => isGone(port, asked))) {
    ports = await learn(session, memory, signal)
    asked = await ask(session, memory, signal)
    ports = leave(memory, ports, asked)
  }
  // Only now: where learning failed, the next poll sees the same again.
  const uptime = uptimeOf(asked.values)
  memory.uptime = { seconds: uptime, atMs: asked.atMs }
  return {
    restarted,
    components: componentsOf(memory),
    values: [
      ...(uptime >= 1 ? [{ metric: 'system.uptime', component: '', value: Math.floor(uptime) }] : []),
      ...(memory.machine ? machineValues(memory.machine, asked.values) : []),
      ...ports.flatMap((port) => portValues(memory, port, { ...asked, restarted, isTurn, leastSpanMs })),
    ],
  }
}

/** All of a sort, or nothing: a part says of nothing that it is gone. */
function componentsOf({ ports, machine, isWhole }: DeviceMemory): Components {
  const names = (all: readonly { name: string }[]) => new Set(all.map(({ name }) => name))
  return {
    ...(isWhole && ports ? { interface: names(ports) } : {}),
    ...(machine ? { volume: names(machine.volumes) } : {}),
  }
}

interface Asked {
  values: Map<string, SnmpValue>
  /** When all of it was there. */
  atMs: number
  /** When each value came: a device with many ports answers in many packets, over a second or more. */
  cameMs: Map<string, number>
}

async function ask(
  session: SnmpSession,
  { ports = [], machine }: DeviceMemory,
  signal: AbortSignal,
): Promise<Asked> {
  const oids = [
    ...Object.values(scalars),
    ...(machine ? oidsOfMachine(machine) : []),
    ...ports.flatMap(oidsOf),
  ]
  const cameMs = new Map<string, number>()
  const heard = (some: readonly string[]) => {
    const ms = monotonicMs()
    for (const oid of some) cameMs.set(oid, ms)
  }
  const values = await session.get(oids, { signal, heard })
  return { values, atMs: monotonicMs(), cameMs }
}

function oidsOf(port: Port): string[] {
  const { in: received, out: sent } = port.isWide ? octets.wide : octets.narrow
  return [...Object.values(statusColumns), received, sent, ...Object.values(troubles)].map(
    (column) => `${column}.${port.index}`,
  )
}

function restartSeen({ uptime: before }: DeviceMemory, { values, atMs }: Asked): boolean {
  return before !== undefined && hasRestarted(before.seconds, uptimeOf(values), (atMs - before.atMs) / 1_000)
}

function tableMoved(memory: DeviceMemory, { values }: Asked): boolean {
  const change = values.get(scalars.ifTableLastChange)
  return !isMissing(change) && number(change) !== memory.tableChange
}

/** Without what is in the table but does not answer: it is looked for again after some polls, not at each. */
function leave(memory: DeviceMemory, ports: Port[], asked: Asked): Port[] {
  const left = ports.filter((port) => !isGone(port, asked))
  if (left.length < ports.length) learnSooner(memory)
  memory.ports = left
  return left
}

function isGone(port: Port, { values }: Asked): boolean {
  return isMissing(values.get(`${statusColumns.oper}.${port.index}`))
}

type Answered = Asked & Required<Turn> & { restarted: boolean }

function portValues(memory: DeviceMemory, port: Port, asked: Answered): Value[] {
  const at = (column: string) => asked.values.get(`${column}.${port.index}`)
  const found: Value[] = []
  const add = (metric: string, value: number | undefined) => {
    if (value === undefined) return
    const { decimals } = metricNamed(metric)!
    found.push({ metric, component: port.name, value: Number(value.toFixed(decimals)) })
  }
  add('if.state', stateOf(number(at(statusColumns.admin)), number(at(statusColumns.oper))))
  const count = (metric: string, column: string, bounds: Bounds) => {
    const atMs = asked.cameMs.get(`${column}.${port.index}`) ?? asked.atMs
    return rateOf(memory, `${metric}\n${port.name}`, countOf(at(column)), { ...asked, atMs }, bounds)
  }
  let wasCleared = false
  for (const [metric, column] of Object.entries(troubles)) {
    const counted = count(metric, column, { wraps: false, mostPerS: mostFrames(port) })
    wasCleared ||= counted.wentBack
    add(metric, counted.perSecond)
  }
  const columns = port.isWide ? octets.wide : octets.narrow
  // Whoever clears a port's counters clears them all.
  const bounds = { wraps: !port.isWide && !wasCleared, mostPerS: mostOctets(port) }
  for (const direction of ['in', 'out'] as const) {
    const { perSecond } = count(`if.${direction}`, columns[direction], bounds)
    add(`if.${direction}`, perSecond === undefined ? undefined : perSecond * 8)
  }
  return found
}

type Bounds = Pick<Between, 'wraps' | 'mostPerS'>

/** A rate since the last turn; where none can be told, the next one counts from here. */
function rateOf(
  memory: DeviceMemory,
  key: string,
  count: bigint | undefined,
  { atMs, restarted, isTurn, leastSpanMs }: Answered,
  bounds: Bounds,
): { perSecond: number | undefined; wentBack: boolean } {
  if (count === undefined) return { perSecond: undefined, wentBack: false }
  const before = memory.readings.get(key)
  const after = { count, atMs }
  // The next turn counts from the same moment, so that nothing is left out.
  if (before && !restarted && count >= before.count && atMs - before.atMs < leastSpanMs)
    return { perSecond: undefined, wentBack: false }
  const perSecond = before && ratePerSecond(before, after, { ...bounds, restarted })
  if (isTurn || perSecond === undefined) memory.readings.set(key, after)
  return { perSecond, wentBack: before !== undefined && count < before.count }
}

/** The shortest frame on a wire, with what lies between two: 84 octets (IEEE 802.3). */
const leastFrameBits = 672
/** The frames of a slow serial line may be shorter. */
const leastMostFrames = 1_000
/** What does not tell its speed is a virtual port, or old. */
const presumedBps = { frames: 10e9, narrowOctets: 1e9 }

function mostFrames({ speedBps = presumedBps.frames }: Port): number {
  return Math.max(leastMostFrames, (speedBps * speedMargin) / leastFrameBits)
}

function mostOctets({ speedBps, isWide }: Port): number | undefined {
  const known = speedBps ?? (isWide ? undefined : presumedBps.narrowOctets)
  return known === undefined ? undefined : (known * speedMargin) / 8
}

/** 1: up; 0: down although nobody switched it off; 2: switched off. */
function stateOf(admin: number, oper: number): number | undefined {
  if (oper === 0) return undefined
  if (admin === 2) return 2
  // Dormant (5) waits for something to happen: it is not broken.
  return oper === 1 || oper === 5 ? 1 : 0
}

function countOf(value: SnmpValue | undefined): bigint | undefined {
  if (value?.type === 'counter64') return value.value
  return value?.type === 'counter32' ? BigInt(value.value) : undefined
}
