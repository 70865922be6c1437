import { defineDomain } from '#kernel/domain'
import { followPrimary } from '#network'
import {
  accessChanged,
  assetIdentified,
  credentialChanged,
  credentialCreated,
  credentialDeleted,
  discoveryDeleted,
  discoveryProgressed,
  proposalsChanged,
} from './contract.ts'
import { allowAtNewAddress } from './credentials/access.ts'
import { exportCredentials, listCredentials } from './credentials/list.ts'
import { readCredential, readCredentialHistory } from './credentials/read.ts'
import { deriveCredentialKey } from './credentials/secret.ts'
import { tryCredential } from './credentials/try.ts'
import { createCredential, deleteCredential, updateCredential } from './credentials/write.ts'
import { deleteDiscoveries, deleteDiscovery } from './discoveries/delete.ts'
import { exportDiscoveries, listDiscoveries, readDiscovery } from './discoveries/read.ts'
import { listNetworks } from './discoveries/networks.ts'
import { discoverers } from './discoveries/run.ts'
import { startDiscovery, stopDiscovery } from './discoveries/write.ts'
import { acceptProposals, ignoreProposals } from './proposals/decide.ts'
import { listProposals } from './proposals/list.ts'

export { snmpCredential } from './reader/credential.ts'
export { mostInterfaces } from './identify/interfaces.ts'
export { credentialsFor, type OpenCredential } from './credentials/door.ts'
export { accessOf } from './credentials/access.ts'
export { reachOfAddress } from './discoveries/prefix.ts'

followPrimary(allowAtNewAddress)

/** What fills the estate: credentials, discovery, proposals. */
export const inventory = defineDomain({
  name: 'inventory',
  here: import.meta.url,
  rights: ['credential.read', 'credential.write', 'discovery.run', 'proposal.read', 'proposal.write'],
  events: [
    credentialCreated,
    credentialChanged,
    credentialDeleted,
    discoveryProgressed,
    discoveryDeleted,
    proposalsChanged,
    assetIdentified,
    accessChanged,
  ],
  operations: [
    listCredentials,
    exportCredentials,
    readCredential,
    readCredentialHistory,
    createCredential,
    updateCredential,
    deleteCredential,
    tryCredential,
    listDiscoveries,
    exportDiscoveries,
    readDiscovery,
    listNetworks,
    startDiscovery,
    stopDiscovery,
    deleteDiscovery,
    deleteDiscoveries,
    listProposals,
    acceptProposals,
    ignoreProposals,
  ],
  cycles: discoverers,
  start: async ({ masterKey }) => deriveCredentialKey(masterKey),
})
