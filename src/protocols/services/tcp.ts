import { connect as open, isIP, type Socket } from 'node:net'
import { faultOf, ServiceFault } from './fault.ts'
import { within } from './within.ts'

export interface TcpTarget {
  /** IPv4 or IPv6. Names are for the caller to resolve. */
  address: string
  port: number
  /** For the connection and what is waited for afterwards. */
  timeoutMs: number
  /** How much of what it says first is waited for: 0, unless said, asks only whether it listens. */
  greetingBytes?: number
  signal?: AbortSignal
}

export interface TcpAnswer {
  /** From asking until the connection stood. */
  connectMs: number
  /** What the service said first, as bytes; empty where nothing was waited for, or nothing came. */
  greeting: Buffer
}

/**
 * Opens a connection, and closes it in order. A service that waits to be spoken to has an empty greeting, and that is no
 * fault. Throws a ServiceFault.
 */
export async function askTcp(target: TcpTarget): Promise<TcpAnswer> {
  const { address, port, timeoutMs, greetingBytes = 0 } = target
  assertTarget(address, port)
  const limit = within(timeoutMs, target.signal)
  const began = performance.now()
  const socket = open({ host: address, port, signal: limit.signal })
  try {
    await opened(socket)
    const connectMs = performance.now() - began
    return {
      connectMs,
      greeting: greetingBytes > 0 ? await greeting(socket, greetingBytes) : Buffer.alloc(0),
    }
  } catch (error) {
    throw limit.signal.aborted ? limit.fault() : faultOf(error)
  } finally {
    socket.destroy()
  }
}

export function assertTarget(address: string, port: number): void {
  if (isIP(address) === 0) throw new ServiceFault('bad-target', `not an IP address: ${address.slice(0, 60)}`)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ServiceFault('bad-target', `not a port: ${port}`)
}

function opened(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject)
  })
}

/** What came until enough did, the other side stopped, or the time was over. */
function greeting(socket: Socket, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    const end = () => resolve(Buffer.concat(parts).subarray(0, most))
    socket.on('data', (part: Buffer) => {
      parts.push(part)
      length += part.length
      if (length >= most) end()
    })
    socket.once('end', end)
    // The time that was given to wait for a greeting is over: then this is what it said.
    socket.once('error', (error) => (error.name === 'AbortError' ? end() : reject(error)))
  })
}
