import { addAssetColumn, addAssetFacet } from '#estate'
import { defineDomain } from '#kernel/domain'
import { addressFacet } from './addresses/facet.ts'
import { addressColumn } from './addresses/import.ts'
import { exportAddresses, listAddresses } from './addresses/list.ts'
import { readLostAddress } from './addresses/lost.ts'
import { readAddress, readAddressHistory } from './addresses/read.ts'
import { bulkUpdateAddresses, updateAddress } from './addresses/update.ts'
import { addAddress, removeAddress, setPrimaryAddress } from './addresses/write.ts'
import { exportCircuits, listCircuits } from './circuits/list.ts'
import { listOperators } from './circuits/operators.ts'
import { readCircuit, readCircuitHistory } from './circuits/read.ts'
import { bulkUpdateCircuits, createCircuit, deleteCircuit, updateCircuit } from './circuits/write.ts'
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
import { readInterface, readInterfaceHistory } from './interfaces/read.ts'
import {
  bulkUpdateInterfaces,
  createInterface,
  deleteInterface,
  updateInterface,
} from './interfaces/write.ts'
import { exportLinks, listLinks } from './links/list.ts'
import { readLink, readLinkHistory } from './links/read.ts'
import { bulkUpdateLinks, createLink, deleteLink, updateLink } from './links/write.ts'
import { searches } from './searches.ts'

export { primaryAddress, primaryAddresses, assetsByAddress, setAddress } from './addresses/door.ts'
export { followPrimary, type Moved } from './addresses/primary.ts'
export { interfacesOf, recordInterfaces, type SeenInterface } from './interfaces/door.ts'

addAssetColumn(addressColumn)
addAssetFacet(addressFacet)

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
    readAddress,
    readAddressHistory,
    readLostAddress,
    addAddress,
    updateAddress,
    bulkUpdateAddresses,
    setPrimaryAddress,
    removeAddress,
    listInterfaces,
    exportInterfaces,
    readInterface,
    readInterfaceHistory,
    createInterface,
    updateInterface,
    bulkUpdateInterfaces,
    deleteInterface,
    listLinks,
    exportLinks,
    readLink,
    readLinkHistory,
    createLink,
    updateLink,
    bulkUpdateLinks,
    deleteLink,
    listCircuits,
    exportCircuits,
    listOperators,
    readCircuit,
    readCircuitHistory,
    createCircuit,
    updateCircuit,
    bulkUpdateCircuits,
    deleteCircuit,
  ],
  searches,
})
