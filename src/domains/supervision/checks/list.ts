import { templateNames } from '../contract/words.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Check, Id, State } from '../contract.ts'
import { query } from '../operations.ts'
import { checkById, checkOf } from './row.ts'

export const listChecks = query({
  name: 'checks.list',
  route: 'GET /checks',
  right: 'check.read',
  summary: 'What is measured on which asset',
  input: listInput(['assetName', 'template', 'state', 'updatedAt'], {
    assetId: anyOf(Id),
    /** On this site or any below it. */
    under: Id.optional(),
    template: anyOf(z.enum(templateNames)),
    state: anyOf(State),
    isEnabled: z.stringbool().optional(),
    /** Whether a person set something of it. */
    isChanged: z.stringbool().optional(),
    /** Whether it rests for something it has not got. */
    isResting: z.stringbool().optional(),
  }),
  output: listOutput(Check),
  run: (tx, input) => {
    let rows = tx.selectFrom('supervision.checks_seen').selectAll()
    if (input.q) rows = rows.where('asset_name', 'ilike', `%${input.q}%`)
    if (input.assetId?.length) rows = rows.where('asset_id', 'in', input.assetId)
    if (input.under) rows = rows.where(sql<boolean>`site_path @> array[${input.under}::uuid]`)
    if (input.template?.length) rows = rows.where('template', 'in', input.template)
    if (input.state?.length) rows = rows.where('state', 'in', input.state)
    if (input.isEnabled !== undefined) rows = rows.where('is_enabled', '=', input.isEnabled)
    if (input.isResting !== undefined) rows = rows.where('lacks', input.isResting ? 'is not' : 'is', null)
    if (input.isChanged !== undefined)
      rows = rows.where(
        sql<boolean>`(interval_s is not null or thresholds <> '{}' or watched <> '{}' or not is_enabled) = ${input.isChanged}`,
      )
    return listPage(rows, input, sorts, checkOf)
  },
})

const sorts = {
  assetName: sql`asset_name collate kernel.natural`,
  template: sql`template`,
  state: sql`coalesce(array_position(array['ok', 'unreachable', 'unknown', 'warning', 'critical'], state), 0)`,
  updatedAt: sql`updated_at`,
}

export const readCheck = query({
  name: 'checks.read',
  route: 'GET /checks/:id',
  right: 'check.read',
  summary: 'One check',
  input: z.strictObject({ id: Id }),
  output: Check,
  run: (tx, { id }) => checkById(tx, id),
})
