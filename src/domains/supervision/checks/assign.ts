import { assetsByIds } from '#estate'
import { accessOf } from '#inventory'
import { primaryAddress } from '#network'
import { typed, type AnyTx, type Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { newId } from '#kernel/ids'
import type { Lacks } from '../contract/words.ts'
import { templateNamed, templates } from '../templates/catalogue.ts'
import type { SupervisionTables } from '../tables.ts'
import { leaseAsset } from './lease.ts'
import { restChecks, type Resting } from './rest.ts'

/**
 * Gives an asset the checks that its address and credential make possible, and lets those rest that became impossible.
 * What a person set of a check stays. May run any number of times.
 */
export async function assignChecks(
  given: AnyTx,
  assetId: string,
  emit: (event: EventInstance) => void,
): Promise<void> {
  const tx = typed<SupervisionTables>(given)
  const asset = (await assetsByIds(tx, [assetId])).get(assetId)
  if (!asset) return
  const lacking = await lacksOf(tx, asset)
  const present = await tx
    .selectFrom('supervision.checks')
    .select(['id', 'template', 'lacks'])
    .where('asset_id', '=', assetId)
    .forUpdate()
    .execute()
  const resting: Resting[] = []
  for (const template of templates.filter(({ isByHand }) => !isByHand)) {
    const isThere = present.some((one) => one.template === template.name)
    if (!isThere && lacking(template.needs) === null)
      await tx
        .insertInto('supervision.checks')
        .values({
          id: newId(),
          organisation_id: asset.organisationId,
          asset_id: assetId,
          template: template.name,
        })
        .onConflict((conflict) => conflict.constraint('checks_template_key').doNothing())
        .execute()
  }
  for (const check of present) {
    const lacks = lacking(templateNamed(check.template).needs)
    if (check.lacks === lacks) continue
    await tx.updateTable('supervision.checks').set({ lacks }).where('id', '=', check.id).execute()
    if (lacks !== null) resting.push({ checkId: check.id, why: lacks })
  }
  await restChecks(tx, asset, resting, emit)
  await leaseAsset(tx, asset)
}

async function lacksOf(
  tx: Tx<SupervisionTables>,
  asset: { id: string; lifeCycle: string },
): Promise<(needs: 'address' | 'credential') => Lacks | null> {
  const hasAddress = (await primaryAddress(tx, asset.id)) !== null
  const access = await accessOf(tx, asset.id)
  return (needs) => {
    if (asset.lifeCycle !== 'in-service') return 'service'
    if (!hasAddress) return 'address'
    if (needs === 'address' || access === 'usable') return null
    return access === 'none' ? 'credential' : 'confirmation'
  }
}
