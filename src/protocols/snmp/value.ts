import type { SnmpErrorCode } from './error.ts'

/**
 * What a device answers for one variable (RFC 2578, 7.1; opaque floats and 64-bit integers: draft-perkins-opaque).
 * Bytes are views into the received packet: copy what is kept for long.
 */
export type SnmpValue =
  | { type: 'integer' | 'counter32' | 'gauge32' | 'ticks'; value: number }
  | { type: 'float' | 'double'; value: number }
  /** Beyond 2^53 a number is not exact: differences are taken of the bigint. */
  | { type: 'counter64' | 'integer64'; value: bigint }
  /** `opaque`: what an Opaque holds that is none of the above; with its tag and length, a type that SNMP does not know. */
  | { type: 'octets' | 'opaque'; value: Buffer }
  | { type: 'oid' | 'address'; value: string }
  | { type: 'null' | 'noSuchObject' | 'noSuchInstance' | 'endOfMibView'; value: null }
  /** The device refused this variable, or stayed silent for it alone, while it answered others of the same call. */
  | { type: 'error'; value: null; code: SnmpErrorCode }

export interface Varbind {
  oid: string
  value: SnmpValue
}

/** Whether there is no value: the device holds nothing at this OID, or would not give it. */
export function isMissing(value: SnmpValue | undefined): boolean {
  return value === undefined || value.value === null
}
