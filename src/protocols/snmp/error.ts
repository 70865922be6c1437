/** Why a device did not give what was asked. */
export type SnmpErrorCode =
  /** No answer in time, retries included. */
  | 'timeout'
  /** The device does not know the user. */
  | 'unknown-user'
  /** The device's answer, or ours to it, is not signed with the same key. */
  | 'wrong-key'
  /** The device does not take this security level. */
  | 'unsupported-level'
  /** The device could not decrypt what we sent. */
  | 'decryption'
  | 'not-in-time-window'
  /** The device says no to the whole request: `status` has its number (RFC 3416, 4.2.1). */
  | 'refused'
  /** Even one variable does not fit in a packet. */
  | 'too-big'
  /** The network of this machine refuses to send. */
  | 'unreachable'
  | 'closed'

export class SnmpError extends Error {
  readonly code: SnmpErrorCode
  readonly status: number | undefined

  constructor(code: SnmpErrorCode, message: string, status?: number) {
    super(message)
    this.code = code
    this.status = status
  }
}
