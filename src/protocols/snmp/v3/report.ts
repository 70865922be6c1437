import type { SnmpErrorCode } from '../error.ts'

/** What an engine reports instead of an answer (RFC 3414, 5: usmStats…; RFC 3413, 5: snmpUnknownContexts …). */
const reports: Record<string, SnmpErrorCode> = {
  '1.3.6.1.6.3.15.1.1.1': 'unsupported-level',
  '1.3.6.1.6.3.15.1.1.2': 'not-in-time-window',
  '1.3.6.1.6.3.15.1.1.3': 'unknown-user',
  '1.3.6.1.6.3.15.1.1.4': 'unknown-engine',
  '1.3.6.1.6.3.15.1.1.5': 'wrong-key',
  '1.3.6.1.6.3.15.1.1.6': 'decryption',
  '1.3.6.1.6.3.12.1.4': 'unknown-context',
  '1.3.6.1.6.3.12.1.5': 'unknown-context',
}

export function reportCode(oid: string | undefined): SnmpErrorCode {
  // Some agents leave the instance away.
  return reports[oid?.endsWith('.0') ? oid.slice(0, -2) : (oid ?? '')] ?? 'refused'
}
