import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { isIPv6 } from 'node:net'

/** One UDP socket a family for all devices, opened when it is first needed. */
export interface SharedSocket {
  /** `failed` is called where the packet could not leave this machine. */
  send(packet: Buffer, address: string, port: number, failed: (error: Error) => void): void
  close(): void
}

/** Room for the answers of many devices at once; the kernel gives less where its limit is lower. */
const receiveBytes = 4 << 20

export function openSharedSocket(
  onPacket: (packet: Buffer, from: RemoteInfo) => void,
  localAddress?: string,
): SharedSocket {
  const open = new Map<'udp4' | 'udp6', Socket>()
  const opening = new Map<'udp4' | 'udp6', Promise<Socket>>()
  let isClosed = false

  function start(family: 'udp4' | 'udp6'): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = createSocket({ type: family, recvBufferSize: receiveBytes, lookup: asItIs })
      // What keeps a program alive is its requests, not a socket that waits.
      socket.unref()
      socket.on('message', onPacket)
      socket.once('error', reject)
      const isOurs = localAddress !== undefined && isIPv6(localAddress) === (family === 'udp6')
      socket.bind({ address: isOurs ? localAddress : undefined, port: 0 }, () => {
        socket.off('error', reject)
        // What is wrong with one device must not end the socket of all.
        socket.on('error', () => undefined)
        if (isClosed) socket.close()
        else open.set(family, socket)
        resolve(socket)
      })
    })
  }

  return {
    send(packet, address, port, failed) {
      const family = isIPv6(address) ? 'udp6' : 'udp4'
      const report = (error: Error | null) => error && failed(error)
      const ready = open.get(family)
      if (ready) return ready.send(packet, port, address, report)
      const started = opening.get(family) ?? start(family)
      opening.set(family, started)
      started.then(
        (socket) => !isClosed && socket.send(packet, port, address, report),
        (error: Error) => {
          opening.delete(family)
          failed(error)
        },
      )
    },
    close() {
      isClosed = true
      for (const socket of open.values()) socket.close()
      open.clear()
    },
  }
}

/** Targets are addresses: nothing is to be looked up, and nothing to wait for. */
function asItIs(
  address: string,
  _options: unknown,
  done: (error: null, address: string, family: number) => void,
): void {
  done(null, address, isIPv6(address) ? 6 : 4)
}
