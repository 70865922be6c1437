import { sql } from 'kysely'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { factFields } from '../contract.ts'
import type { EstateTables } from '../tables.ts'
import type { AssetChange } from './columns.ts'

export type FactField = (typeof factFields)[number]
export type Facts = Pick<AssetChange, FactField>

/** How values were read: by which protocol, when (our clock; now unless said), and what helps to understand them. */
export interface Reading {
  protocol: string
  readAt?: Date
  detail?: string
}

interface Of {
  id: string
  organisationId: string
}

/** Remembers that a person typed these; an emptied field is nobody's again, and discovery may fill it. */
export async function noteTyped(tx: Tx<EstateTables>, asset: Of, typed: AssetChange): Promise<void> {
  const said = factFields.filter((field) => typed[field] !== undefined)
  const emptied = said.filter((field) => isEmpty(typed[field]))
  await dropTyped(tx, asset, emptied)
  if (said.length > emptied.length) await keepFacts(tx, typedRows(asset, typed))
}

/** What a person typed in these fields yields to what the device says of them, if it says anything. */
export function forgetTyped(
  tx: Tx<EstateTables>,
  asset: Of,
  facts: Facts,
  fields: readonly FactField[],
): Promise<void> {
  return dropTyped(
    tx,
    asset,
    fields.filter((field) => facts[field] !== undefined && !isEmpty(facts[field])),
  )
}

async function dropTyped(tx: Tx<EstateTables>, asset: Of, fields: readonly FactField[]): Promise<void> {
  if (fields.length === 0) return
  await tx
    .deleteFrom('estate.asset_facts')
    .where('asset_id', '=', asset.id)
    .where('source', '=', 'typed')
    .where('field', 'in', fields)
    .execute()
}

/** One row for each field that says something. */
export function typedRows(asset: Of, typed: AssetChange): FactRow[] {
  return factFields
    .filter((field) => typed[field] !== undefined && !isEmpty(typed[field]))
    .map((field) => ({
      asset_id: asset.id,
      organisation_id: asset.organisationId,
      field,
      source: 'typed',
      protocol: null,
      value: null,
      read_at: now().toISOString(),
      detail: '',
    }))
}

/** Keeps what a device said of itself. @returns the fields that no person has typed: those the asset may take. */
export async function noteDiscovered(
  tx: Tx<EstateTables>,
  asset: Of,
  facts: Facts,
  reading: Reading,
): Promise<Facts> {
  const said = factFields.filter((field) => facts[field] !== undefined && !isEmpty(facts[field]))
  if (said.length === 0) return {}
  await keepFacts(
    tx,
    said.map((field) => ({
      asset_id: asset.id,
      organisation_id: asset.organisationId,
      field,
      source: 'discovered',
      protocol: reading.protocol,
      value: JSON.stringify(facts[field]),
      read_at: (reading.readAt ?? now()).toISOString(),
      detail: reading.detail ?? '',
    })),
  )
  const typed = await tx
    .selectFrom('estate.asset_facts')
    .select('field')
    .where('asset_id', '=', asset.id)
    .where('source', '=', 'typed')
    .execute()
  const held = new Set(typed.map(({ field }) => field))
  return Object.fromEntries(
    said.filter((field) => !held.has(field)).map((field) => [field, facts[field]]),
  ) as Facts
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
}

interface FactRow {
  asset_id: string
  organisation_id: string
  field: FactField
  source: 'typed' | 'discovered'
  protocol: string | null
  value: string | null
  read_at: string
  detail: string
}

/** Of one field one row a source: the latest. */
export async function keepFacts(tx: Tx<EstateTables>, rows: FactRow[]): Promise<void> {
  await tx
    .insertInto('estate.asset_facts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['asset_id', 'field', 'source']).doUpdateSet({
        protocol: sql`excluded.protocol`,
        value: sql`excluded.value`,
        read_at: sql`excluded.read_at`,
        detail: sql`excluded.detail`,
      }),
    )
    .execute()
}
