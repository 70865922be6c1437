import { mostInterfaces } from '#inventory'
import { readableLine, type SnmpSession, type SnmpValue } from '#protocols/snmp/index'
import { portColumns } from './oids.ts'

/** A port as it is asked: by an index that may move, known by a name that stays. */
export interface Port {
  index: string
  name: string
  speedBps: number | undefined
  /** Whether it counts octets with 64 bits. */
  isWide: boolean
}

/** ifSpeed ends here; beyond, ifHighSpeed says it in Mbit/s (RFC 2863, 3.1.8). */
const largestSpeed = 4_294_967_295

export interface Learned {
  ports: Port[]
  /** Whether the table was read to its end. */
  isWhole: boolean
}

/** Walks the table of interfaces, no further than a discovery does. Names are made unique as network makes them: by the index. */
export async function learnPorts(session: SnmpSession, signal: AbortSignal): Promise<Learned> {
  const { rows, isComplete } = await session.walkTable(Object.values(portColumns), { signal })
  const names = new Set<string>()
  // What has a name and no state is no port.
  const found = [...rows].filter(([, row]) => row.has(portColumns.oper))
  const ports = found.slice(0, mostInterfaces).map(([index, row]) => {
    const plain = (text(row.get(portColumns.name)) || text(row.get(portColumns.descr)) || `#${index}`).slice(
      0,
      180,
    )
    const name = names.has(plain) ? `${plain} #${index}` : plain
    names.add(name)
    return {
      index,
      name,
      speedBps: speedOf(number(row.get(portColumns.speed)), number(row.get(portColumns.highSpeed))),
      isWide: row.get(portColumns.hcIn)?.type === 'counter64',
    }
  })
  return { ports, isWhole: isComplete && found.length <= mostInterfaces }
}

function speedOf(bps: number, mbps: number): number | undefined {
  if (mbps > 0 && (bps === 0 || bps > 1e9)) return mbps * 1e6
  return bps > 0 && bps < largestSpeed ? bps : undefined
}

export function number(value: SnmpValue | undefined): number {
  return typeof value?.value === 'number' ? value.value : 0
}

function text(value: SnmpValue | undefined): string {
  if (!Buffer.isBuffer(value?.value)) return ''
  return readableLine(value.value, 180)
}
