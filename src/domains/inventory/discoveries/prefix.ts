import { BlockList, isIP } from 'node:net'
import { invalidField } from '#kernel/errors'

/** A prefix larger than this must be meant: it is asked for by `confirmed`. 4,096 addresses: a /20. */
export const askedAbove = 4_096
/** No discovery goes beyond a /12. */
const most = 1 << 20

export interface Prefix {
  /** In canonical form, host bits cleared: 10.1.2.0/24. */
  text: string
  count: number
  /**
   * `private`: RFC 1918. `nearby`: of the machine itself or its link (loopback, RFC 3927). `outside`: other people's, as
   * far as Vigie can know.
   */
  reach: 'private' | 'nearby' | 'outside'
  /** Every address that can belong to a host, in order. */
  addresses(): Generator<string>
}

/** Reads an IPv4 prefix, or one address. @throws Problem `invalid-input` on the field `prefix` */
export function readPrefix(text: string): Prefix {
  const [address = '', bits = '32'] = text.trim().split('/')
  const length = Number(bits)
  if (isIP(address) !== 4 || !/^\d{1,2}$/.test(bits) || length > 32)
    throw invalidField('prefix', 'inventory:problem.prefix')
  const size = 2 ** (32 - length)
  if (size > most) throw invalidField('prefix', 'inventory:problem.prefixTooLarge')
  const start = Math.floor(toNumber(address) / size) * size
  // A network's own and its broadcast address belong to no host, except on point-to-point links (RFC 3021).
  const first = length >= 31 ? start : start + 1
  const last = length >= 31 ? start + size - 1 : start + size - 2
  const network = toText(start)
  if (neverAsked.check(network)) throw invalidField('prefix', 'inventory:problem.prefixForbidden')
  return {
    text: `${network}/${length}`,
    count: last - first + 1,
    reach: reachOf(network, toText(start + size - 1)),
    *addresses() {
      for (let number = first; number <= last; number += 1) yield toText(number)
    },
  }
}

/** Multicast and reserved space: asking there reaches everybody or nobody. */
const neverAsked = new BlockList()
neverAsked.addSubnet('224.0.0.0', 3, 'ipv4')
neverAsked.addSubnet('0.0.0.0', 8, 'ipv4')

const privateSpace = new BlockList()
privateSpace.addSubnet('10.0.0.0', 8, 'ipv4')
privateSpace.addSubnet('172.16.0.0', 12, 'ipv4')
privateSpace.addSubnet('192.168.0.0', 16, 'ipv4')
const nearby = new BlockList()
nearby.addSubnet('127.0.0.0', 8, 'ipv4')
nearby.addSubnet('169.254.0.0', 16, 'ipv4')

const six = (subnets: [string, number][]) => {
  const list = new BlockList()
  for (const [network, bits] of subnets) list.addSubnet(network, bits, 'ipv6')
  return list
}
/** Multicast, the unspecified address, and IPv4 in the clothes of IPv6. */
const neverAskedSix = six([
  ['ff00::', 8],
  ['::', 128],
  ['::ffff:0:0', 96],
])
/** Unique local addresses (RFC 4193). */
const privateSix = six([['fc00::', 7]])
const nearbySix = six([
  ['::1', 128],
  ['fe80::', 10],
])

/** How far one address reaches, IPv4 or IPv6; undefined where nothing is ever asked. */
export function reachOfAddress(address: string): Prefix['reach'] | undefined {
  if (isIP(address) === 4) return neverAsked.check(address) ? undefined : reachOf(address, address)
  if (neverAskedSix.check(address, 'ipv6')) return undefined
  if (privateSix.check(address, 'ipv6')) return 'private'
  return nearbySix.check(address, 'ipv6') ? 'nearby' : 'outside'
}

function reachOf(first: string, last: string): Prefix['reach'] {
  const isWithin = (space: BlockList) => space.check(first) && space.check(last)
  if (isWithin(privateSpace)) return 'private'
  return isWithin(nearby) ? 'nearby' : 'outside'
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function toText(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
}
