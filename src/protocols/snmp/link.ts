import type { Device } from './device.ts'
import { SnmpError } from './error.ts'
import type { Exchange } from './exchange.ts'
import type { Answered, Flight } from './flight.ts'
import type { RequestPdu } from './pdu.ts'
import type { Security } from './security.ts'

/** What reads and walks need of a session: its device, and a way to ask it. */
export interface Link {
  readonly device: Device
  readonly isVersion1: boolean
  /** Tries a request has, the first included. */
  readonly attempts: number
  /** Asks in the device's turn. @throws SnmpError */
  ask(pdu: (attempt: number) => RequestPdu, signal?: AbortSignal): Promise<Answered>
  close(): void
}

export interface LinkOptions {
  exchange: Exchange
  device: Device
  security: Security
  timeoutMs: number
  retries: number
  anySource: boolean
  /** What is wrong with the target: thrown by every use. */
  fault: SnmpError | undefined
}

export function createLink(options: LinkOptions): Link {
  const { exchange, device, security, timeoutMs, anySource, fault } = options
  const attempts = 1 + Math.max(0, Math.floor(options.retries))
  const flights = new Set<Flight>()
  let isClosed = false

  async function inFlight(pdu: (attempt: number) => RequestPdu, signal?: AbortSignal): Promise<Answered> {
    if (isClosed) throw new SnmpError('closed', 'the session is closed')
    const { flight, answered } = exchange.request({ device, security, anySource, timeoutMs, attempts, pdu })
    const abort = () => flight.fail(new SnmpError('aborted', 'given up'))
    flights.add(flight)
    signal?.addEventListener('abort', abort, { once: true })
    try {
      return await answered
    } finally {
      flights.delete(flight)
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    device,
    isVersion1: security.version === 0,
    attempts,
    async ask(pdu, signal) {
      if (fault) throw fault
      return device.queue.run(() => inFlight(pdu, signal), signal)
    },
    close() {
      isClosed = true
      for (const flight of flights) flight.fail(new SnmpError('closed', 'the session is closed'))
    },
  }
}
