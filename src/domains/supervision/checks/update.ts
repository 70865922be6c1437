import { serviceSettings } from '../contract/services.ts'
import type { TemplateName } from '../contract/words.ts'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { invalidField, required } from '#kernel/errors'
import { bulkOf, type CommandDefinition } from '#kernel/operations'
import { Check, Id, RuleOverride } from '../contract.ts'
import { command } from '../operations.ts'
import { classOf } from '../series/retention.ts'
import type { SupervisionTables } from '../tables.ts'
import { templateNamed } from '../templates/catalogue.ts'
import type { Overrides } from '../templates/rules.ts'
import { leaseAsset } from './lease.ts'
import { refuseLimits } from './limits.ts'
import { restChecks } from './rest.ts'
import { checkById, checkSubject } from './row.ts'
import { settingsOf } from './settings.ts'

const many = {
  isEnabled: z.boolean(),
  /** Seconds; null as the template says. */
  intervalS: z.number().int().min(1).max(86_400).nullable(),
}
const fields = {
  ...many,
  /** By the rule's name; what is not in it is as the template says. */
  thresholds: z.record(z.string().max(100), RuleOverride),
  watched: z.array(z.string().min(1).max(200)).max(500),
  /** What is asked, of a check that was given by hand: all of it. */
  settings: z.union(Object.values(serviceSettings)),
}
const input = z.strictObject({ id: Id, ...z.strictObject(fields).partial().shape })

const updateOne: CommandDefinition<SupervisionTables, 'PATCH /checks/:id', typeof input, typeof Check> = {
  name: 'checks.update',
  route: 'PATCH /checks/:id',
  right: 'check.write',
  summary: 'Switch a check on or off, change how often it is made and when it alerts',
  subject: { ...checkSubject, id: 'id' },
  input,
  output: Check,
  async run(tx, { id, isEnabled, intervalS, thresholds, watched, settings }, context) {
    const before = required(
      await tx.selectFrom('supervision.checks_seen').selectAll().where('id', '=', id).executeTakeFirst(),
    )
    checkFields(before.template, { intervalS, thresholds })
    const asked = settings && settingsOf(before.template, settings)
    await tx
      .updateTable('supervision.checks')
      .set({
        ...(isEnabled === undefined ? {} : { is_enabled: isEnabled }),
        ...(intervalS === undefined ? {} : { interval_s: intervalS }),
        ...(thresholds === undefined ? {} : { thresholds: JSON.stringify(thresholds) }),
        ...(asked === undefined
          ? {}
          : {
              settings: JSON.stringify(asked),
              is_of_house: context.person.access('check.write').everything,
            }),
        ...(watched === undefined ? {} : { watched: [...new Set(watched)] }),
        id,
      })
      .where('id', '=', id)
      .execute()
    const asset = { id: before.asset_id, organisationId: before.organisation_id, siteId: before.site_id }
    if (intervalS !== undefined) await keepAsLong(tx, before, intervalS)
    const over = isEnabled === false ? 'off' : asked === undefined ? null : 'settings'
    // What was wrong with what is no longer asked is over; how the new fares is seen at once.
    if (over) await restChecks(tx, asset, [{ checkId: id, why: over }], (event) => context.emit(event))
    await leaseAsset(tx, asset)
    context.about({
      subjectName: `${before.asset_name} · ${before.name || before.template}`,
      placeId: before.site_id,
    })
    return checkById(tx, id)
  },
}

export const updateCheck = command(updateOne)
export const bulkUpdateChecks = bulkOf(updateOne, {
  domain: 'supervision',
  name: 'checks.bulkUpdate',
  route: 'POST /checks/bulk',
  summary: 'Switch many checks on or off, or change how often they are made',
  change: z.strictObject(many).partial(),
})

/** Values that come more often are kept for a shorter time. */
async function keepAsLong(
  tx: Tx<SupervisionTables>,
  check: { asset_id: string; template: TemplateName; name: string },
  intervalS: number | null,
): Promise<void> {
  const template = templateNamed(check.template)
  await tx
    .updateTable('supervision.series')
    .set({ class: classOf((intervalS ?? template.intervalS) * 1_000) })
    .where('asset_id', '=', check.asset_id)
    .where(
      'metric',
      'in',
      template.metrics.map((metric) => metric.name),
    )
    .$if(template.isByHand === true, (query) => query.where('component', '=', check.name))
    .execute()
}

function checkFields(
  name: TemplateName,
  change: { intervalS?: number | null | undefined; thresholds?: Overrides | undefined },
): void {
  const template = templateNamed(name)
  if (change.intervalS && change.intervalS < template.leastIntervalS)
    throw invalidField('intervalS', 'supervision:problem.tooOften', { least: template.leastIntervalS })
  if (change.thresholds) refuseLimits(name, change.thresholds)
}
