import { randomInt } from 'node:crypto'
import type { RemoteInfo } from 'node:dgram'
import { SnmpError } from './error.ts'
import { openSharedSocket, type SharedSocket } from './socket.ts'

/** One request under way: whom it was sent to, and what looks at the packets that may be its answer. */
interface Pending {
  address: string
  port: number
  anySource: boolean
  /** @returns true where the packet ends the exchange */
  take(packet: Buffer): boolean
}

export interface Counters {
  sent: number
  received: number
  /** Packets that no request under way waited for: late, from another address, not SNMP. */
  strange: number
  timeouts: number
}

/**
 * Brings packets and requests together. An answer counts only when it comes from where the request was sent, and its
 * identifier is one under way there.
 */
export interface Exchange {
  /** An identifier that nothing under way uses. */
  newId(): number
  /**
   * Sends a packet and waits for the one that `take` accepts, sending again `retries` times.
   * @throws SnmpError timeout, unreachable, closed; whatever `failure` says when time is over
   */
  request(options: {
    id: number
    packet: () => Buffer
    address: string
    port: number
    anySource: boolean
    timeoutMs: number
    retries: number
    take(packet: Buffer): boolean
    signal?: AbortSignal | undefined
  }): Promise<void>
  readonly counters: Counters
  close(): void
}

export function createExchange(
  idOf: (packet: Buffer) => number | undefined,
  localAddress?: string,
): Exchange {
  const pending = new Map<number, Pending>()
  const counters: Counters = { sent: 0, received: 0, strange: 0, timeouts: 0 }
  const cancels = new Set<() => void>()
  const socket: SharedSocket = openSharedSocket(onPacket, localAddress)
  let lastId = randomInt(1, 2 ** 30)

  function onPacket(packet: Buffer, from: RemoteInfo): void {
    counters.received += 1
    const id = idOf(packet)
    const one = id === undefined ? undefined : pending.get(id)
    const isFromThere = one && (one.anySource || (one.address === from.address && one.port === from.port))
    if (!one || !isFromThere || !one.take(packet)) counters.strange += 1
  }

  function newId(): number {
    do lastId = (lastId % 0x7ffffffe) + 1
    while (pending.has(lastId))
    return lastId
  }

  return {
    newId,
    counters,
    request: ({ id, packet, address, port, anySource, timeoutMs, retries, take, signal }) =>
      new Promise((resolve, reject) => {
        let left = retries
        let timer: NodeJS.Timeout | undefined
        const end = (error?: Error) => {
          clearTimeout(timer)
          pending.delete(id)
          cancels.delete(cancel)
          signal?.removeEventListener('abort', cancel)
          if (error) reject(error)
          else resolve()
        }
        const cancel = () => end(new SnmpError('closed', 'the request was given up'))
        const send = () => {
          counters.sent += 1
          timer = setTimeout(again, timeoutMs)
          socket.send(packet(), address, port).catch(end)
        }
        const again = () => {
          if (left > 0) {
            left -= 1
            return send()
          }
          counters.timeouts += 1
          end(new SnmpError('timeout', `${address} did not answer`))
        }
        pending.set(id, { address, port, anySource, take: (given) => take(given) && (end(), true) })
        cancels.add(cancel)
        if (signal?.aborted) return cancel()
        signal?.addEventListener('abort', cancel, { once: true })
        send()
      }),
    close() {
      for (const cancel of cancels) cancel()
      socket.close()
    },
  }
}
