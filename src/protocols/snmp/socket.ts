import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { SnmpError } from './error.ts'

/** One UDP socket a family for all devices, opened when it is first needed. */
export interface SharedSocket {
  send(packet: Buffer, address: string, port: number): Promise<void>
  close(): void
}

/** Room for the answers of many devices at once; the kernel gives less where its limit is lower. */
const receiveBytes = 4 << 20

export function openSharedSocket(
  onPacket: (packet: Buffer, from: RemoteInfo) => void,
  localAddress?: string,
): SharedSocket {
  const sockets = new Map<'udp4' | 'udp6', Promise<Socket>>()
  let isClosed = false

  function socketFor(address: string): Promise<Socket> {
    const family = isIPv6(address) ? 'udp6' : 'udp4'
    const before = sockets.get(family)
    if (before) return before
    const opening = open(family)
    sockets.set(family, opening)
    opening.catch(() => sockets.delete(family))
    return opening
  }

  function open(family: 'udp4' | 'udp6'): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = createSocket({ type: family, recvBufferSize: receiveBytes })
      socket.on('message', onPacket)
      socket.once('error', reject)
      const isOurs = localAddress !== undefined && isIPv6(localAddress) === (family === 'udp6')
      socket.bind({ address: isOurs ? localAddress : undefined, port: 0 }, () => {
        socket.off('error', reject)
        // An ICMP "port unreachable" of one device must not end the socket of all.
        socket.on('error', () => undefined)
        resolve(socket)
      })
    })
  }

  return {
    async send(packet, address, port) {
      if (isClosed) throw new SnmpError('closed', 'the engine is closed')
      const socket = await socketFor(address)
      await new Promise<void>((resolve, reject) =>
        socket.send(packet, port, address, (error) =>
          error ? reject(new SnmpError('unreachable', error.message)) : resolve(),
        ),
      )
    },
    close() {
      isClosed = true
      for (const opening of sockets.values())
        void opening.then((socket) => socket.close()).catch(() => undefined)
    },
  }
}
