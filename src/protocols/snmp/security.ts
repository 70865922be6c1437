import type { BerReader } from './ber/reader.ts'
import type { SnmpError } from './error.ts'
import type { AnswerPdu, RequestPdu } from './pdu.ts'

/** What a packet that came for a request means. */
export type Outcome =
  | { kind: 'answer'; answer: AnswerPdu }
  /** Something was learned (who the engine is, what time it has): the same again. */
  | { kind: 'again' }
  | { kind: 'failure'; error: SnmpError }
  /**
   * Nobody signed it, so it may be forged: a signed answer still has a moment to come. Then `believe` says what
   * follows.
   */
  | { kind: 'doubt'; believe(): { kind: 'again' } | { kind: 'failure'; error: SnmpError } }

/** What an answer is to. */
export interface Asking {
  /** The identifier it was sent with. */
  id: number
  asked: RequestPdu
  /** Whether it was sent without knowing the engine, only to learn of it. */
  isProbe: boolean
}

/** Makes messages of PDUs and reads them back: the part of SNMP in which its versions differ. */
export interface Security {
  /** As it stands in messages: 0, 1, 3. */
  readonly version: number
  /** Whether a message may be sent again as it is. */
  readonly isRepeatable: boolean
  /** Makes the message, and notes whether it is a probe. @throws SnmpError bad-target */
  seal(asking: Asking): Buffer
  /** Reads a message, whose version is read. Undefined where it is not for us. @throws MalformedPacket */
  open(reader: BerReader, asking: Asking): Outcome | undefined
}
