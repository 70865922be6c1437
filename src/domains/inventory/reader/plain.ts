import { decodeMac, readableText, isMissing, type SnmpValue } from '#protocols/snmp/index'

/** Rows of a table with their columns by name, as plain texts and numbers. */
export function rowsOf<N extends string>(
  columns: Record<N, string>,
  rows: ReadonlyMap<string, ReadonlyMap<string, SnmpValue>>,
): Map<string, Partial<Record<N, string | number>>> {
  return new Map([...rows].map(([index, row]) => [index, named(columns, row)]))
}

/** Values by name, as plain texts and numbers; what the device does not have is left out. */
export function named<N extends string>(
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
  if (value.type === 'octets') {
    if (addresses.has(name)) return decodeMac(value.value)
    return readableText(value.value)
  }
  if (value.value === null || Buffer.isBuffer(value.value)) return undefined
  return typeof value.value === 'bigint' ? Number(value.value) : value.value
}
