import { isIP, isIPv4 } from 'node:net'

/**
 * An address as it is kept: IPv6 in its short form and lower case (RFC 5952), and IPv4 that was written within IPv6
 * (`::ffff:192.0.2.1`, RFC 4291, 2.5.5.2) as IPv4, so that one address has one spelling.
 */
export function plainAddress(text: string): string {
  if (isIPv4(text)) return text
  const short = new URL(`http://[${text}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(short)
  if (!mapped) return short
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** Why a text is no address that one asset can have, as the key of a sentence; undefined where it is one. */
export function wrongWithAddress(text: string): string | undefined {
  // A zone (RFC 4007) means something on one machine alone.
  if (/^[^%]+%/.test(text) && isIP(text) !== 0) return 'network:problem.addressZone'
  if (isIP(text) === 0) return 'network:problem.address'
  const plain = plainAddress(text)
  if (plain === '::' || plain.startsWith('0.')) return 'network:problem.addressUnspecified'
  if (plain === '255.255.255.255') return 'network:problem.addressBroadcast'
  const isMulticast = isIPv4(plain) ? /^2(2[4-9]|3\d)\./.test(plain) : /^ff[\da-f]{2}:/.test(plain)
  return isMulticast ? 'network:problem.addressMulticast' : undefined
}
