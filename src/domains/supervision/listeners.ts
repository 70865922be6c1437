import { sql } from 'kysely'
import { z } from 'zod'
import { assetChanged } from '#estate/contract'
import { accessChanged, assetIdentified, credentialChanged, credentialDeleted } from '#inventory/contract'
import { listener } from '#kernel/events'
import { primaryAddressChanged } from '#network/contract'
import { assignChecks } from './checks/assign.ts'
import { leaseOrganisation } from './checks/lease.ts'
import type { SupervisionTables } from './tables.ts'

const followAddress = listener<SupervisionTables, typeof primaryAddressChanged.payload>({
  name: 'supervision.follow-address',
  on: primaryAddressChanged,
  run: (tx, { payload }, { emit }) => assignChecks(tx, payload.assetId, emit),
})

const followIdentified = listener<SupervisionTables, typeof assetIdentified.payload>({
  name: 'supervision.follow-identified',
  on: assetIdentified,
  run: (tx, { payload }, { emit }) => assignChecks(tx, payload.assetId, emit),
})

const followAccess = listener<SupervisionTables, typeof accessChanged.payload>({
  name: 'supervision.follow-access',
  on: accessChanged,
  run: (tx, { payload }, { emit }) => assignChecks(tx, payload.assetId, emit),
})

/** An asset that goes out of service is left alone; one that moves to another site is told of there. */
const followAsset = listener<SupervisionTables, typeof assetChanged.payload>({
  name: 'supervision.follow-asset',
  on: assetChanged,
  async run(tx, { payload }, { emit }) {
    if (payload.changed.some((field) => ['life_cycle', 'site_id'].includes(field)))
      await assignChecks(tx, payload.id, emit)
  },
})

const followCredential = listener<SupervisionTables, typeof credentialChanged.payload>({
  name: 'supervision.follow-credential',
  on: credentialChanged,
  async run(tx, { organisationId }) {
    if (organisationId) await leaseOrganisation(tx, organisationId)
  },
})

/** What was asked with it can no longer be asked. */
const followCredentialGone = listener<SupervisionTables, typeof credentialDeleted.payload>({
  name: 'supervision.follow-credential-gone',
  on: credentialDeleted,
  async run(tx, { organisationId }, { emit }) {
    const { rows } = await sql<{ asset_id: string }>`
      select asset_id from supervision.checks where organisation_id = ${z.uuid().parse(organisationId)}
        and template <> 'ping' and lacks is null`.execute(tx)
    for (const { asset_id } of rows) await assignChecks(tx, asset_id, emit)
  },
})

export const listeners = [
  followAddress,
  followIdentified,
  followAccess,
  followAsset,
  followCredential,
  followCredentialGone,
] as const
