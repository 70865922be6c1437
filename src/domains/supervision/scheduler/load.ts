import { sql } from 'kysely'
import { assetsByIds } from '#estate'
import { credentialsFor, snmpCredential, type OpenCredential } from '#inventory'
import type { Tx } from '#kernel/database'
import { primaryAddresses } from '#network'
import { newCondition } from '../states/judge.ts'
import type { SupervisionTables } from '../tables.ts'
import { templateNamed } from '../templates/catalogue.ts'
import { rulesFor } from '../templates/rules.ts'
import { conditionKey, seriesKey, type Access, type LiveAsset, type LiveCheck } from './live.ts'

/** What a worker must know of assets to measure them; those that are gone are absent. */
export async function loadAssets(
  tx: Tx<SupervisionTables>,
  ids: readonly string[],
): Promise<Map<string, LiveAsset>> {
  if (ids.length === 0) return new Map()
  const assets = await assetsByIds(tx, ids)
  const addresses = await primaryAddresses(tx, ids)
  const credentials = await credentialsFor(tx, ids)
  const checks = Map.groupBy(await loadChecks(tx, ids), (row) => row.assetId)
  const series = Map.groupBy(await loadSeries(tx, ids), (row) => row.asset_id)
  return new Map(
    [...assets.values()].map((asset) => [
      asset.id,
      {
        id: asset.id,
        organisationId: asset.organisationId,
        siteId: asset.siteId,
        address: addresses.get(asset.id) ?? null,
        access: accessOf(credentials.get(asset.id), addresses.get(asset.id)),
        checks: (checks.get(asset.id) ?? []).map((row) => row.check),
        series: new Map(
          (series.get(asset.id) ?? []).map((row) => [seriesKey(row.metric, row.component), row.id]),
        ),
      },
    ]),
  )
}

async function loadChecks(
  tx: Tx<SupervisionTables>,
  ids: readonly string[],
): Promise<{ assetId: string; check: LiveCheck }[]> {
  const rows = await tx
    .selectFrom('supervision.checks as c')
    .leftJoin('supervision.states as s', 's.check_id', 'c.id')
    .selectAll('c')
    .select('s.state')
    .where(sql<boolean>`c.asset_id = any(${[...ids]}::uuid[])`)
    .where('c.is_enabled', '=', true)
    .where('c.lacks', 'is', null)
    .execute()
  const alerts = Map.groupBy(await loadOpenAlerts(tx, ids), (row) => row.check_id)
  return rows.map((row) => {
    const template = templateNamed(row.template)
    return {
      assetId: row.asset_id,
      check: {
        id: row.id,
        template,
        name: row.name,
        settings: row.settings,
        isOfHouse: row.is_of_house,
        intervalMs: (row.interval_s ?? template.intervalS) * 1_000,
        rules: rulesFor(template.rules, row.thresholds),
        watched: new Set(row.watched),
        conditions: new Map(
          (alerts.get(row.id) ?? []).map((alert) => [
            conditionKey(alert.rule, alert.component),
            newCondition(alert.state),
          ]),
        ),
        state: row.state,
      },
    }
  })
}

function loadOpenAlerts(tx: Tx<SupervisionTables>, ids: readonly string[]) {
  return tx
    .selectFrom('supervision.alerts')
    .select(['check_id', 'rule', 'component', 'state'])
    .where(sql<boolean>`asset_id = any(${[...ids]}::uuid[])`)
    .where('closed_at', 'is', null)
    .execute()
}

function loadSeries(tx: Tx<SupervisionTables>, ids: readonly string[]) {
  return tx
    .selectFrom('supervision.series')
    .select(['id', 'asset_id', 'metric', 'component'])
    .where(sql<boolean>`asset_id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** A credential is told at the address it holds for, and nowhere else. */
function accessOf(
  open: (OpenCredential & { address: string }) | undefined,
  address: string | undefined,
): Access | undefined {
  if (!open || open.address !== address) return undefined
  return {
    credential: snmpCredential(open),
    port: open.settings.port,
    key: `${open.id} ${open.version} ${open.settings.port}`,
  }
}
