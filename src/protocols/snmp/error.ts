/** Why a device did not give what was asked. */
export type SnmpErrorCode =
  /** No answer in time, retries included. */
  | 'timeout'
  /** It did answer, but nothing that can be read as an answer to what was asked. */
  | 'bad-answer'
  /** The device does not know the user. */
  | 'unknown-user'
  /** The device's answer, or ours to it, is not signed with the same key. */
  | 'wrong-key'
  /** The device does not take this security level. */
  | 'unsupported-level'
  /** The device could not decrypt what we sent. */
  | 'decryption'
  | 'not-in-time-window'
  /** The device keeps reporting that it is another engine than it says. */
  | 'unknown-engine'
  | 'unknown-context'
  /** The device failed on its side (genErr). */
  | 'device-fault'
  /** The device says no: `status` has its number (RFC 3416, 4.2.1), if it gave one. */
  | 'refused'
  /** Even one variable does not fit in a packet. */
  | 'too-big'
  /** The network of this machine refuses to send. */
  | 'unreachable'
  /** The caller's signal ended it. */
  | 'aborted'
  /** Session or engine were closed. */
  | 'closed'
  /** Not an IP address, not a port, or a credential that lacks what its level needs. */
  | 'bad-target'
  | 'bad-oid'

/** The one error of the engine. `code` is stable; the message is for a log, and holds no secret. */
export class SnmpError extends Error {
  readonly code: SnmpErrorCode
  readonly status: number | undefined

  constructor(code: SnmpErrorCode, message: string, status?: number) {
    super(message)
    this.name = 'SnmpError'
    this.code = code
    this.status = status
  }
}

/** RFC 3416, 3: the error-statuses that the engine acts upon. */
export const errorStatus = { none: 0, tooBig: 1, noSuchName: 2, genErr: 5, authorizationError: 16 } as const

/** The code for an error-status other than `none`. */
export function codeOfStatus(status: number): SnmpErrorCode {
  if (status === errorStatus.tooBig) return 'too-big'
  return status === errorStatus.genErr ? 'device-fault' : 'refused'
}
