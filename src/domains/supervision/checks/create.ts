import { z } from 'zod'
import { assetById } from '#estate'
import { primaryAddress } from '#network'
import { Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { Line } from '#kernel/line'
import { Check, Id } from '../contract.ts'
import { DnsSettings, HttpSettings, TcpSettings, TlsSettings } from '../contract/services.ts'
import { command } from '../operations.ts'
import { leaseAsset } from './lease.ts'
import { nameOfCheck, refuseWanted } from './settings.ts'
import { checkById, checkSubject } from './row.ts'

/** A machine has so many services at most; more would be a load on it. */
const mostOfAsset = 100

const common = {
  assetId: Id,
  /** What values and alerts are kept under; absent: made from what is asked. */
  name: Line.min(1).max(80).optional(),
  /** Seconds; null as the template says. */
  intervalS: z.number().int().min(5).max(86_400).nullable().default(null),
}

export const createCheck = command({
  name: 'checks.create',
  route: 'POST /checks',
  right: 'check.write',
  summary: 'Give an asset a check of a port, a page, a certificate or a name',
  subject: checkSubject,
  status: 201,
  input: z.discriminatedUnion('template', [
    z.strictObject({ ...common, template: z.literal('tcp'), settings: TcpSettings }),
    z.strictObject({ ...common, template: z.literal('http'), settings: HttpSettings }),
    z.strictObject({ ...common, template: z.literal('tls'), settings: TlsSettings }),
    z.strictObject({ ...common, template: z.literal('dns'), settings: DnsSettings }),
  ]),
  output: Check,
  async run(tx, { assetId, intervalS, name: given, ...wanted }, context) {
    refuseWanted(wanted)
    const asset = await assetById(tx, assetId)
    const name = given ?? nameOfCheck(wanted)
    const taken = await tx
      .selectFrom('supervision.checks')
      .select('id')
      .where('asset_id', '=', assetId)
      .where('template', '=', wanted.template)
      .where('name', '=', name)
      .executeTakeFirst()
    if (taken)
      throw new Problem('already-exists', { reason: 'supervision:problem.checkTaken', params: { name } })
    const { count } = await tx
      .selectFrom('supervision.checks')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('asset_id', '=', assetId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostOfAsset)
      throw new Problem('conflict', {
        reason: 'supervision:problem.tooManyChecks',
        params: { most: mostOfAsset },
      })
    const hasAddress = (await primaryAddress(tx, assetId)) !== null
    const id = newId()
    await tx
      .insertInto('supervision.checks')
      .values({
        id,
        organisation_id: asset.organisationId,
        asset_id: assetId,
        template: wanted.template,
        name,
        settings: JSON.stringify(wanted.settings),
        is_of_house: context.person.access('check.write').everything,
        interval_s: intervalS,
        lacks: asset.lifeCycle !== 'in-service' ? 'service' : hasAddress ? null : 'address',
      })
      .execute()
    await leaseAsset(tx, asset)
    context.about({ subjectName: `${asset.name} · ${name}`, placeId: asset.siteId })
    return checkById(tx, id)
  },
})
