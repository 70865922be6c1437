import { sql } from 'kysely'
import { z } from 'zod'
import { assetChanged, assetDeleted } from '#estate/contract'
import { accessChanged, assetIdentified, credentialChanged, credentialDeleted } from '#inventory/contract'
import type { Tx } from '#kernel/database'
import { listener } from '#kernel/events'
import { primaryAddressChanged } from '#network/contract'
import { assignChecks } from './checks/assign.ts'
import { leaseOrganisation } from './checks/lease.ts'
import { endOf } from './checks/rest.ts'
import { alertClosed } from './contract.ts'
import type { SupervisionTables } from './tables.ts'
import { templates } from './templates/catalogue.ts'
import { tellEnds } from './tell/ends.ts'

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
    if (payload.changed.some((field) => ['name', 'kind', 'site_id'].includes(field)))
      await renameAlerts(tx, payload.id)
  },
})

/** What an alert would leave of its asset is what the asset is now. */
async function renameAlerts(tx: Tx<SupervisionTables>, assetId: string): Promise<void> {
  await sql`update supervision.alerts a set asset_name = s.name, asset_kind = s.kind, site_id = s.site_id
    from estate.assets_seen s where s.id = ${assetId} and a.asset_id = s.id and a.closed_at is null`.execute(
    tx,
  )
}

/** Its alerts let go of it as it went (`let_go`): what was still open is told of. */
const followAssetGone = listener<SupervisionTables, typeof assetDeleted.payload>({
  name: 'supervision.follow-asset-gone',
  on: assetDeleted,
  async run(tx, { organisationId, placeId, payload: { id } }, { emit }) {
    const asset = { id, organisationId: z.uuid().parse(organisationId), siteId: placeId ?? null }
    const ended = await tx
      .selectFrom('supervision.alerts')
      .selectAll()
      .where('gone_asset_id', '=', id)
      .where('ended', '=', 'deleted')
      .execute()
    for (const { id: alertId, state, rule, component } of ended)
      emit(
        alertClosed(asset.organisationId, { id: alertId, assetId: id, state, rule, component }, asset.siteId),
      )
    await tellEnds(
      tx,
      ended.map((row) => ({ ...endOf(row, asset), assetName: row.asset_name })),
    )
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
    // Those too that waited for somebody to confirm where it may be told: there is nothing left to confirm.
    const asking = templates.filter(({ needs }) => needs === 'credential').map(({ name }) => name)
    const { rows } = await sql<{ asset_id: string }>`
      select distinct asset_id from supervision.checks where organisation_id = ${z.uuid().parse(organisationId)}
        and template = any(${asking}::text[])`.execute(tx)
    for (const { asset_id } of rows) await assignChecks(tx, asset_id, emit)
  },
})

export const listeners = [
  followAddress,
  followIdentified,
  followAccess,
  followAsset,
  followAssetGone,
  followCredential,
  followCredentialGone,
] as const
