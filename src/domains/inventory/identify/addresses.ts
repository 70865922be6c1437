import { BlockList, isIP } from 'node:net'
import type { OwnAddress } from '../tables.ts'
import type { DeviceReading } from './reading.ts'

/** A router has dozens; more than this is invented. */
const mostAddresses = 1_024

/** Loopback, unset and multicast addresses are everybody's. */
const everybodys = new BlockList()
everybodys.addSubnet('0.0.0.0', 8, 'ipv4')
everybodys.addSubnet('127.0.0.0', 8, 'ipv4')
everybodys.addSubnet('224.0.0.0', 3, 'ipv4')

/** The addresses that a device says are its own; what is none is left out. */
export function addressesIn({ addresses }: DeviceReading): OwnAddress[] {
  return [...addresses]
    .filter(([address]) => isIP(address) === 4 && !everybodys.check(address))
    .slice(0, mostAddresses)
    .map(([address, ifIndex]) => ({ address, ifIndex: ifIndex > 0 ? ifIndex : null }))
}
