import { defineDomain } from '#kernel/domain'
import { exportAddresses, listAddresses } from './addresses/list.ts'
import { addAddress, removeAddress, setPrimaryAddress } from './addresses/write.ts'
import { exportCircuits, listCircuits } from './circuits/list.ts'
import { listOperators } from './circuits/operators.ts'
import { readCircuit, readCircuitHistory } from './circuits/read.ts'
import { createCircuit, deleteCircuit, updateCircuit } from './circuits/write.ts'
import {
  addressChanged,
  addressCreated,
  addressDeleted,
  circuitChanged,
  circuitCreated,
  circuitDeleted,
  interfaceChanged,
  interfaceCreated,
  interfaceDeleted,
  linkChanged,
  linkCreated,
  linkDeleted,
  primaryAddressChanged,
} from './contract.ts'
import { exportInterfaces, listInterfaces } from './interfaces/list.ts'
import { readInterface } from './interfaces/read.ts'
import { exportLinks, listLinks } from './links/list.ts'
import { createLink, deleteLink } from './links/write.ts'
import { searches } from './searches.ts'

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
  events: [
    primaryAddressChanged,
    addressCreated,
    addressChanged,
    addressDeleted,
    interfaceCreated,
    interfaceChanged,
    interfaceDeleted,
    circuitCreated,
    circuitChanged,
    circuitDeleted,
    linkCreated,
    linkChanged,
    linkDeleted,
  ],
  operations: [
    listAddresses,
    exportAddresses,
    addAddress,
    setPrimaryAddress,
    removeAddress,
    listInterfaces,
    exportInterfaces,
    readInterface,
    listLinks,
    exportLinks,
    createLink,
    deleteLink,
    listCircuits,
    exportCircuits,
    listOperators,
    readCircuit,
    readCircuitHistory,
    createCircuit,
    updateCircuit,
    deleteCircuit,
  ],
  searches,
})
