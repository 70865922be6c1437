/** What a device answers for one variable (RFC 2578, 7.1; opaque floats: draft-perkins-opaque). */
export type SnmpValue =
  | { type: 'integer' | 'counter32' | 'gauge32' | 'ticks'; value: number }
  | { type: 'float' | 'double'; value: number }
  /** Beyond 2^53 the number is not exact, which a counter's rate never needs: differences are taken of the bigint. */
  | { type: 'counter64'; value: bigint }
  | { type: 'octets' | 'opaque'; value: Buffer }
  | { type: 'oid' | 'address'; value: string }
  | { type: 'null' | 'noSuchObject' | 'noSuchInstance' | 'endOfMibView'; value: null }

export interface Varbind {
  oid: string
  value: SnmpValue
}

/** Whether the device holds nothing at this OID. */
export function isMissing(value: SnmpValue | undefined): boolean {
  return value === undefined || value.value === null
}
