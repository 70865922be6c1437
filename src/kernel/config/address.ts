import { BlockList, isIP, isIPv6 } from 'node:net'
import { hostname } from 'node:os'
import type { ListenAddress } from './values.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether only this machine can reach a listener on this host. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  const family = isIP(host)
  return family !== 0 && loopback.check(host, family === 4 ? 'ipv4' : 'ipv6')
}

/** The address under which a browser finds a listener, when nobody has said another. */
export function defaultUrl({ host, port }: ListenAddress, isTls: boolean): string {
  const scheme = isTls ? 'https' : 'http'
  const origin = `${scheme}://${displayHost(host)}:${port}`
  // Drops the scheme's own port, which browsers leave out of an origin too.
  return port === 0 ? origin : new URL(origin).origin
}

function displayHost(host: string): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost'
  if (host === '0.0.0.0' || host === '::') return hostname()
  return isIPv6(host) ? `[${host}]` : host
}
