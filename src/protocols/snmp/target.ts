import { isIP, SocketAddress } from 'node:net'
import type { SnmpCredential } from './credential.ts'
import { SnmpError } from './error.ts'
import { faultOfUser } from './v3/user-keys.ts'

export interface SnmpTarget {
  /** IPv4 or IPv6, with a zone (`%eth0`) where it is of one link. Names are for the caller to resolve. */
  address: string
  /** 161 unless said. */
  port?: number
  credential: SnmpCredential
  /** For one try; 2,000 unless said. */
  timeoutMs?: number
  /** After the first try; 1 unless said. */
  retries?: number
  /** Devices with several addresses may answer from another; only for those that are known for it. */
  anySource?: boolean
}

/** The address as the system prints it in answers, so that the two can be compared; what is no address stays. */
export function canonicalAddress(address: string): string {
  if (isIP(address) !== 6) return address
  const [bare, zone] = address.split('%') as [string, string?]
  const canonical = new SocketAddress({ address: bare, family: 'ipv6' }).address
  return zone === undefined ? canonical : `${canonical}%${zone}`
}

/** What is wrong with a target, as the error of its first use; undefined where it can be tried. */
export function faultOfTarget({ address, port = 161, credential }: SnmpTarget): SnmpError | undefined {
  if (isIP(address) === 0) return new SnmpError('bad-target', `not an IP address: ${address.slice(0, 60)}`)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return new SnmpError('bad-target', `not a port: ${port}`)
  }
  const fault = credential.version === '3' ? faultOfUser(credential) : undefined
  return fault === undefined ? undefined : new SnmpError('bad-target', fault)
}
