import type { SeenInterface } from '#network'
import type { DeviceReading } from './reading.ts'

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

export function interfacesIn(reading: DeviceReading): SeenInterface[] {
  return [...reading.interfaces.entries()].map(([index, row]) => ({
    name: clean(row.name) || clean(row.descr),
    ifIndex: Number(index),
    description: clean(row.descr),
    alias: clean(row.alias),
    kind: kinds[Number(row.type)] ?? 'other',
    mac: typeof row.mac === 'string' && row.mac !== '00:00:00:00:00:00' ? row.mac : null,
    speedBps: speedOf(Number(row.speed ?? 0), Number(row.highSpeed ?? 0)),
    mtu: Number(row.mtu) > 0 && Number(row.mtu) < 2 ** 31 ? Number(row.mtu) : null,
    isEnabled: row.adminStatus !== 2,
  }))
}

function speedOf(bps: number, mbps: number): number | null {
  if (mbps > 0 && (bps === 0 || bps >= speedLimit || bps > 1e9)) return mbps * 1e6
  return bps > 0 && bps < speedLimit ? bps : null
}

function clean(value: string | number | undefined): string {
  return String(value ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 180)
}
