import type { SnmpErrorCode } from '../error.ts'

/** What an engine reports instead of an answer (RFC 3414, 5: usmStats…). */
const reports: Record<string, SnmpErrorCode | 'unknown-engine'> = {
  '1.3.6.1.6.3.15.1.1.1.0': 'unsupported-level',
  '1.3.6.1.6.3.15.1.1.2.0': 'not-in-time-window',
  '1.3.6.1.6.3.15.1.1.3.0': 'unknown-user',
  '1.3.6.1.6.3.15.1.1.4.0': 'unknown-engine',
  '1.3.6.1.6.3.15.1.1.5.0': 'wrong-key',
  '1.3.6.1.6.3.15.1.1.6.0': 'decryption',
}

export function reportCode(oid: string | undefined): SnmpErrorCode | 'unknown-engine' {
  return reports[oid ?? ''] ?? 'refused'
}
