import type { SeenInterface } from '#network'
import type { DeviceReading } from './reading.ts'
import { shorten } from './shorten.ts'

/** IANA's ifType numbers, as far as people tell them apart. */
const kinds: Record<number, SeenInterface['kind']> = {
  6: 'ethernet',
  7: 'ethernet',
  62: 'ethernet',
  69: 'ethernet',
  117: 'ethernet',
  22: 'serial',
  23: 'serial',
  24: 'loopback',
  53: 'virtual',
  71: 'radio',
  131: 'tunnel',
  135: 'vlan',
  136: 'vlan',
  161: 'aggregate',
  209: 'virtual',
}

/** ifSpeed ends at 4.29 Gbit/s: beyond, ifHighSpeed says it in Mbit/s (RFC 2863). */
const speedLimit = 4_294_967_295

/** A chassis has hundreds; more than this is invented, or of no use to anybody. */
export const mostInterfaces = 2_048

/** Rows whose index is no InterfaceIndex (RFC 2863: 1 to 2,147,483,647, and one number alone) are left out. */
export function interfacesIn(reading: DeviceReading): SeenInterface[] {
  return [...reading.interfaces.entries()]
    .flatMap(([index, row]) => (isInterfaceIndex(index) ? [interfaceOf(Number(index), row)] : []))
    .slice(0, mostInterfaces)
}

function isInterfaceIndex(index: string): boolean {
  return /^[1-9]\d{0,9}$/.test(index) && Number(index) < 2 ** 31
}

function interfaceOf(ifIndex: number, row: Row): SeenInterface {
  return {
    name: line(row.name) || line(row.descr),
    ifIndex,
    description: line(row.descr),
    alias: line(row.alias),
    kind: kinds[Number(row.type)] ?? 'other',
    mac: typeof row.mac === 'string' && row.mac !== '00:00:00:00:00:00' ? row.mac : null,
    speedBps: speedOf(whole(row.speed), whole(row.highSpeed)),
    mtu: whole(row.mtu) > 0 && whole(row.mtu) < 2 ** 31 ? whole(row.mtu) : null,
    isEnabled: row.adminStatus !== 2,
  }
}

type Row = DeviceReading['interfaces'] extends Map<string, infer R> ? R : never

function speedOf(bps: number, mbps: number): number | null {
  if (mbps > 0 && mbps < 2 ** 32 && (bps === 0 || bps >= speedLimit || bps > 1e9)) return mbps * 1e6
  return bps > 0 && bps < speedLimit ? bps : null
}

/** 0 where it is no whole number: devices exist that answer with a text, a float, or more than 2^53. */
function whole(value: string | number | undefined): number {
  return Number.isSafeInteger(Number(value)) ? Number(value) : 0
}

function line(value: string | number | undefined): string {
  return shorten(
    String(value ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    180,
  )
}
