import type { RemoteInfo } from 'node:dgram'
import { BerReader, MalformedPacket } from './ber/reader.ts'
import { SnmpError } from './error.ts'
import { Flight, type Airfield, type Answered, type Plan, type Sent } from './flight.ts'
import { randomId } from './ids.ts'
import { openSharedSocket } from './socket.ts'

export interface Counters {
  sent: number
  received: number
  /** Packets that no request under way waited for: late, twice, from another address. */
  strange: number
  /** Packets for a request under way that are not what they should be: not SNMP, wrongly signed, too old. */
  refused: number
  timeouts: number
  retries: number
}

/**
 * Brings requests and packets together. A packet counts only when it comes from where the request was sent, its
 * identifier is one under way there, and the security of its version finds it genuine.
 */
export interface Exchange {
  /** `answered` rejects with an SnmpError. */
  request(plan: Plan): { flight: Flight; answered: Promise<Answered> }
  readonly counters: Counters
  readonly inFlight: number
  close(): void
}

export function createExchange(localAddress?: string): Exchange {
  const underWay = new Map<number, Sent>()
  const counters: Counters = { sent: 0, received: 0, strange: 0, refused: 0, timeouts: 0, retries: 0 }
  const socket = openSharedSocket(onPacket, localAddress)
  let isClosed = false

  const field: Airfield = {
    counters,
    register(flight, asked) {
      const sent: Sent = { id: randomId((id) => underWay.has(id)), asked, isProbe: false, flight, at: 0 }
      underWay.set(sent.id, sent)
      return sent
    },
    unregister: (id) => void underWay.delete(id),
    send(packet, { address, port }, failed) {
      counters.sent += 1
      socket.send(packet, address, port, failed)
    },
  }

  function onPacket(packet: Buffer, from: RemoteInfo): void {
    counters.received += 1
    const reader = new BerReader(packet)
    const version = openMessage(reader)
    const sent = version < 0 ? undefined : underWay.get(idOf(reader, version))
    if (!sent || !isFrom(sent, from) || sent.flight.plan.security.version !== version) {
      counters.strange += 1
      return
    }
    try {
      if (!sent.flight.take(sent, reader)) counters.refused += 1
    } catch (error) {
      counters.refused += 1
      if (error instanceof MalformedPacket) sent.flight.noteGarbage()
      // A fault of ours: the caller shall see it, and the other devices not feel it.
      else sent.flight.fail(error as Error)
    }
  }

  return {
    counters,
    get inFlight() {
      return underWay.size
    },
    request(plan) {
      const { promise, resolve, reject } = Promise.withResolvers<Answered>()
      const flight = new Flight(field, plan, resolve, reject)
      if (isClosed) flight.fail(new SnmpError('closed', 'the engine is closed'))
      else flight.send()
      return { flight, answered: promise }
    },
    close() {
      isClosed = true
      for (const { flight } of underWay.values()) flight.fail(new SnmpError('closed', 'the engine is closed'))
      socket.close()
    },
  }
}

function isFrom({ flight: { plan } }: Sent, from: RemoteInfo): boolean {
  return plan.anySource || (plan.device.port === from.port && plan.device.address === from.address)
}

/** Opens a message and reads its version; -1 where it is none. */
function openMessage(reader: BerReader): number {
  try {
    reader.outermost(0x30)
    return reader.integer()
  } catch (error) {
    if (error instanceof MalformedPacket) return -1
    throw error
  }
}

/** The identifier of a message, without moving the reader: the message's in version 3, else the PDU's. */
function idOf(reader: BerReader, version: number): number {
  const { at, end } = reader
  try {
    if (version === 3) {
      reader.enter(0x30)
    } else {
      reader.at = reader.enter(0x04)
      reader.outermost(reader.buf[reader.at] ?? 0)
    }
    return reader.integer()
  } catch (error) {
    if (error instanceof MalformedPacket) return -1
    throw error
  } finally {
    reader.at = at
    reader.end = end
  }
}
