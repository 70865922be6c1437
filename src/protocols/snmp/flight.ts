import type { BerReader } from './ber/reader.ts'
import type { Device } from './device.ts'
import { SnmpError } from './error.ts'
import type { AnswerPdu, RequestPdu } from './pdu.ts'
import type { Asking, Outcome, Security } from './security.ts'

/** What to send, try after try. Attempts that send the same PDU share an identifier: any answer to it counts. */
export interface Plan {
  device: Device
  security: Security
  anySource: boolean
  timeoutMs: number
  attempts: number
  /** The PDU of an attempt, from 0. */
  pdu(attempt: number): RequestPdu
}

export interface Answered {
  answer: AnswerPdu
  /** What was answered, which may be an earlier attempt than the last. */
  asked: RequestPdu
  /** How many attempts had been sent. */
  attempts: number
}

/** What a flight needs of the exchange that it is part of. */
export interface Airfield {
  register(flight: Flight, asked: RequestPdu): Sent
  unregister(id: number): void
  send(packet: Buffer, device: Device, failed: (error: Error) => void): void
  counters: { timeouts: number; retries: number }
}

/** A PDU under way. */
export interface Sent extends Asking {
  flight: Flight
  /** Kept where it may be sent again as it is. */
  packet?: Buffer
  at: number
}

/** How often what an engine reports (its identity, its time) is taken up before giving up. */
const mostCorrections = 4
/** A report that nobody signed may be forged: a real answer has this long to come first. */
const doubtMs = 150

/** One request, from its first attempt to its answer or its end. */
export class Flight {
  readonly plan: Plan
  readonly #field: Airfield
  readonly #landed: (answered: Answered) => void
  readonly #lost: (error: Error) => void
  readonly #sent: Sent[] = []
  #attempt = 0
  #corrections = 0
  #timer: NodeJS.Timeout | undefined
  #doubt: Extract<Outcome, { kind: 'doubt' }> | undefined
  #sawGarbage = false
  isOver = false

  constructor(
    field: Airfield,
    plan: Plan,
    landed: (answered: Answered) => void,
    lost: (error: Error) => void,
  ) {
    this.#field = field
    this.plan = plan
    this.#landed = landed
    this.#lost = lost
  }

  /** Sends the attempt that is due. */
  send(): void {
    const { plan } = this
    try {
      const asked = plan.pdu(this.#attempt)
      let sent = this.#sent.find((one) => one.asked === asked)
      if (!sent) {
        sent = this.#field.register(this, asked)
        this.#sent.push(sent)
      }
      const packet = sent.packet ?? plan.security.seal(sent)
      if (plan.security.isRepeatable) sent.packet = packet
      clearTimeout(this.#timer)
      this.#timer = setTimeout(timerFired, plan.timeoutMs, this)
      sent.at = performance.now()
      this.#field.send(packet, plan.device, (error) => this.fail(new SnmpError('unreachable', error.message)))
    } catch (error) {
      this.fail(error as Error)
    }
  }

  /** Takes a packet that came from the right place with the identifier of `sent`. Returns whether it was of use. */
  take(sent: Sent, reader: BerReader): boolean {
    const outcome = this.plan.security.open(reader, sent)
    if (!outcome) return false
    if (outcome.kind === 'answer') this.#land(sent, outcome.answer)
    else if (outcome.kind === 'doubt') this.#wait(outcome)
    else this.#follow(outcome)
    return true
  }

  /** An answer that cannot be read: should nothing better come, the caller learns of it. */
  noteGarbage(): void {
    this.#sawGarbage = true
  }

  fail(error: Error): void {
    if (this.#end()) this.#lost(error)
  }

  #land(sent: Sent, answer: AnswerPdu): void {
    if (!this.#end()) return
    const { device } = this.plan
    device.hasAnswered = true
    // After a second attempt nobody knows which one was answered.
    if (this.#attempt === 0 && this.#corrections === 0) device.rttMs = performance.now() - sent.at
    this.#landed({ answer, asked: sent.asked, attempts: this.#attempt + 1 })
  }

  #wait(doubt: Extract<Outcome, { kind: 'doubt' }>): void {
    if (this.#doubt) return
    this.#doubt = doubt
    clearTimeout(this.#timer)
    this.#timer = setTimeout(timerFired, Math.min(doubtMs, this.plan.timeoutMs), this)
  }

  #follow(outcome: { kind: 'again' } | { kind: 'failure'; error: SnmpError }): void {
    if (outcome.kind === 'failure') return this.fail(outcome.error)
    this.#corrections += 1
    if (this.#corrections <= mostCorrections) return this.send()
    this.fail(
      new SnmpError('unknown-engine', `${this.plan.device.address} keeps changing its identity or time`),
    )
  }

  /**
   * After a pause of this process (a long calculation, a machine that was suspended) the time is up before the answers
   * that wait in the socket are read: they are read first.
   */
  timerFired(): void {
    const fired = this.#timer
    setImmediate(() => {
      if (!this.isOver && this.#timer === fired) this.#timeIsUp()
    })
  }

  #timeIsUp(): void {
    const doubt = this.#doubt
    this.#doubt = undefined
    if (doubt) return this.#follow(doubt.believe())
    this.#field.counters.timeouts += 1
    this.#attempt += 1
    if (this.#attempt < this.plan.attempts) {
      this.#field.counters.retries += 1
      return this.send()
    }
    const { address } = this.plan.device
    if (this.#sawGarbage) this.fail(new SnmpError('bad-answer', `${address} answers what cannot be read`))
    else this.fail(new SnmpError('timeout', `${address} did not answer`))
  }

  #end(): boolean {
    if (this.isOver) return false
    this.isOver = true
    clearTimeout(this.#timer)
    for (const { id } of this.#sent) this.#field.unregister(id)
    return true
  }
}

/** One function for all timers, instead of a closure each. */
function timerFired(flight: Flight): void {
  flight.timerFired()
}
