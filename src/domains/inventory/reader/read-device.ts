import { decodeMac, decodeText, isMissing, type SnmpSession, type SnmpValue } from '#protocols/snmp/index'
import { addressInterface, entityColumns, interfaceColumns, scalars } from '../identify/oids.ts'
import type { DeviceReading } from '../identify/reading.ts'

/** Asks a device for all that identifies it. @throws SnmpError where it stops answering */
export async function readDevice(session: SnmpSession, signal: AbortSignal): Promise<DeviceReading> {
  const found = await session.get(Object.values(scalars), { signal })
  const entities = await session.walkTable(Object.values(entityColumns), { signal })
  const interfaces = await session.walkTable(Object.values(interfaceColumns), { signal })
  const addresses = await session.walk(addressInterface, { signal })
  return {
    scalars: named(scalars, found),
    entities: rowsOf(entityColumns, entities.rows),
    interfaces: rowsOf(interfaceColumns, interfaces.rows),
    addresses: new Map(
      addresses.varbinds
        .filter(({ value }) => value.type === 'integer')
        .map(({ oid, value }) => [oid.slice(addressInterface.length + 1), Number(value.value)]),
    ),
  }
}

function rowsOf<N extends string>(
  columns: Record<N, string>,
  rows: ReadonlyMap<string, ReadonlyMap<string, SnmpValue>>,
): Map<string, Partial<Record<N, string | number>>> {
  return new Map([...rows].map(([index, row]) => [index, named(columns, row)]))
}

function named<N extends string>(
  oids: Record<N, string>,
  values: ReadonlyMap<string, SnmpValue>,
): Partial<Record<N, string | number>> {
  const result: Partial<Record<N, string | number>> = {}
  for (const [name, oid] of Object.entries(oids) as [N, string][]) {
    const plain = plainValue(name, values.get(oid))
    if (plain !== undefined) result[name] = plain
  }
  return result
}

const addresses = new Set(['mac', 'dot1dBaseBridgeAddress'])

function plainValue(name: string, value: SnmpValue | undefined): string | number | undefined {
  if (value === undefined || isMissing(value)) return undefined
  if (value.type === 'octets') return addresses.has(name) ? decodeMac(value.value) : decodeText(value.value)
  if (value.value === null || Buffer.isBuffer(value.value)) return undefined
  return typeof value.value === 'bigint' ? Number(value.value) : value.value
}
