import { createServer } from 'node:net'
import { codeOf } from './errno.ts'
import { StartFault } from './fault.ts'
import { portHolder } from './port-holder.ts'

type Address = { host: string; port: number }

/** Raises a StartFault where nothing could listen on this address now; better known before anything is started. */
export async function checkPort(address: Address): Promise<void> {
  const probe = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  probe.once('error', (error) => reject(listenFault(error, address) ?? error))
  probe.listen({ ...address, exclusive: true }, () => probe.close(() => resolve()))
  return promise
}

/** The fault behind an error of `listen`, or null for an error of another kind. */
export function listenFault(error: unknown, { host, port }: Address): StartFault | null {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') {
    const holder = portHolder(port)
    const who = holder ? `${holder.name} (process ${holder.pid})` : 'another program'
    return new StartFault(
      'start-port-taken',
      `Port ${port} is already taken by ${who}.`,
      'Stop that program, or choose another port with VIGIE_LISTEN=127.0.0.1:8421.',
      { cause: error },
    )
  }
  if (code === 'EACCES') {
    return new StartFault(
      'start-port-not-allowed',
      `Only root may listen on port ${port}.`,
      'Choose a port above 1023 with VIGIE_LISTEN, behind a reverse proxy if need be.',
      { cause: error },
    )
  }
  if (code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND' && code !== 'EAI_AGAIN') return null
  return new StartFault(
    'start-address-unknown',
    `${host} is not an address of this machine.`,
    'Correct VIGIE_LISTEN: `ip address` lists its addresses, and :8420 means all of them.',
    { cause: error },
  )
}
