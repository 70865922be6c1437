import { isIP } from 'node:net'

/** Throws a TypeError for what is no literal IP address: a name would make `fping` ask the DNS and stand still. */
export function assertAddress(address: string): void {
  if (isIP(address) === 0) throw new TypeError(`not an IP address: ${address}`)
}
