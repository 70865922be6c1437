import { defineDomain } from '#kernel/domain'
import { addressChanged } from './contract.ts'

export { primaryAddress, primaryAddresses, assetsByAddress, setAddress } from './addresses/door.ts'
export { interfacesOf, recordInterfaces, type SeenInterface } from './interfaces/door.ts'

/** How the estate hangs together: addresses, interfaces, links, circuits. */
export const network = defineDomain({
  name: 'network',
  here: import.meta.url,
  rights: [
    'address.read',
    'address.write',
    'interface.read',
    'interface.write',
    'link.read',
    'link.write',
    'circuit.read',
    'circuit.write',
  ],
  events: [addressChanged],
  operations: [],
})
