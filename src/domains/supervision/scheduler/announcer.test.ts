import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nowMs } from '#kernel/clock'
import type { House } from '#kernel/domain'
import { Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { silentLog } from '#kernel/log'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, type Member } from '#test/member'
import type { AlertNews, RuleChange } from '../states/commit.ts'
import { builtinStore } from '../series/builtin/store.ts'
import { createTeller } from '../tell/tell.ts'
import type { SupervisionTables } from '../tables.ts'
import { createAnnouncer, type Announcer } from './announcer.ts'
import { createCollector } from './collector.ts'
import type { LiveAsset } from './live.ts'
import { createMembership, type Membership } from './membership.ts'

/** A worker's parts on a house without one, so that nothing but the test judges. */
let house: TestHouse
let technicians: Member[]
let membership: Membership
let announcer: Announcer
/** Whether the database answers what the announcer asks. */
let isAway: boolean

beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  const { organisationId } = house
  technicians = [
    await member(house, 'technician', { organisationId }),
    await member(house, 'technician', { organisationId }),
  ]
})
afterAll(() => house?.stop())

beforeEach(async () => {
  isAway = false
  membership = createMembership()
  await house.database.system<SupervisionTables, unknown>((tx) => membership.beat(tx))
  announcer = createAnnouncer({
    membership,
    log: silentLog,
    tell: teller(),
    async system(run) {
      if (isAway) throw new Problem('database-unavailable')
      await house.database.system<SupervisionTables, void>((tx) => run(tx, () => undefined))
    },
  })
})

const teller = () => createTeller({ sentences: house.sentences, config: { url: house.url } } as House)

let made = 0
/** An asset with a check of its own, as a worker knows it. */
async function supervised(): Promise<{ asset: LiveAsset; checkId: string }> {
  made += 1
  const { admin, organisationId, database } = house
  const { id } = await admin.call('POST /assets', { organisationId, name: `sw-${made}` })
  const checkId = newId()
  await database.system(async (tx) => {
    await sql`insert into supervision.checks (id, organisation_id, asset_id, template)
      values (${checkId}, ${organisationId}, ${id}, 'ping')`.execute(tx)
    await sql`insert into supervision.leases (asset_id, organisation_id, worker_id)
      values (${id}, ${organisationId}, ${membership.id})`.execute(tx)
  })
  const asset = { id, organisationId, siteId: null, address: null, access: undefined, checks: [] }
  return { asset: { ...asset, series: new Map() }, checkId }
}

const judged = (
  { asset, checkId }: { asset: LiveAsset; checkId: string },
  state: RuleChange['state'],
): RuleChange => ({
  kind: 'rule',
  asset,
  checkId,
  rule: 'ping.lost',
  component: '',
  state,
  measured: null,
  threshold: null,
  atMs: nowMs(),
})

const alertsOf = async (assetId: string) =>
  (await house.admin.call('GET /alerts', { assetId } as never)).items.filter((one) => one.assetId === assetId)
const mailsAbout = async (name: string) =>
  (await house.admin.call('GET /messages', { limit: 100 })).items
    .filter(({ subject }) => new RegExp(`${name}\\b`).test(subject))
    .map(({ recipient }) => recipient)
    .toSorted()
const nameOf = async (assetId: string) => (await house.admin.call('GET /assets/:id', { id: assetId })).name

describe('what was judged', () => {
  test('while the database is away is written when it is back, in its order', async () => {
    const one = await supervised()
    isAway = true
    announcer.say([judged(one, 'critical')])
    await announcer.flush()
    announcer.say([judged(one, 'ok')])
    await announcer.flush()
    expect(announcer.waiting()).toBe(2)
    isAway = false
    await announcer.flush()
    expect(announcer.waiting()).toBe(0)
    expect(await alertsOf(one.asset.id)).toMatchObject([{ state: 'critical', ended: 'recovered' }])
  })

  test.each([
    ['was switched off', sql`is_enabled = false`],
    ['was put to rest', sql`lacks = 'address'`],
  ])('of a check that %s meanwhile opens no alert', async (_how, change) => {
    const one = await supervised()
    await house.database.system((tx) =>
      sql`update supervision.checks set ${change} where id = ${one.checkId}`.execute(tx),
    )
    announcer.say([judged(one, 'critical')])
    await announcer.flush()
    expect(await alertsOf(one.asset.id)).toEqual([])
  })
})

test('a worker that another took for dead writes neither states nor values', async () => {
  const one = await supervised()
  const collector = createCollector(house.database, builtinStore, membership, silentLog)
  const measure = async () => {
    collector.put(one.asset, 5_000, Math.floor(nowMs() / 5_000), [
      { metric: 'ping.rtt', component: '', value: 1.5 },
    ])
    await collector.flush()
    return collector.health().stored
  }
  expect(await measure()).toBe(1)
  await house.database.system((tx) =>
    sql`delete from supervision.workers where id = ${membership.id}`.execute(tx),
  )
  expect(await measure()).toBe(1)
  announcer.say([judged(one, 'critical')])
  await announcer.flush()
  expect(await alertsOf(one.asset.id)).toEqual([])
  // What it had to say is another's now: it is not kept for later.
  expect(announcer.waiting()).toBe(0)
})

describe('an alert', () => {
  const everybody = () => ['camille@example.org', ...technicians.map(({ email }) => email)].toSorted()

  test('is mailed to each who may acknowledge it, once, though it is told again', async () => {
    const { asset } = await supervised()
    const at = new Date(nowMs()).toISOString()
    const said = { rule: 'ping.lost', component: '', measured: null, threshold: null, cause: null }
    const news: AlertNews = {
      id: newId(),
      asset,
      ...said,
      state: 'critical',
      what: 'opened',
      ended: null,
      openedAt: at,
      at,
      isMuted: false,
    }
    for (let time = 0; time < 2; time += 1)
      await house.database.system<SupervisionTables, void>((tx) => teller()(tx, [news]))
    expect(await mailsAbout(await nameOf(asset.id))).toEqual(everybody())
  })

  test('that is muted is told to nobody, not even when it is over', async () => {
    const [loud, quiet] = [await supervised(), await supervised()]
    announcer.say([judged(loud, 'critical'), judged(quiet, 'critical')])
    await announcer.flush()
    const told = await mailsAbout('sw-\\d+')
    const [alert] = await alertsOf(quiet.asset.id)
    await house.admin.call('POST /alerts/:id/mute', {
      id: alert!.id,
      until: new Date(nowMs() + 3_600_000).toISOString(),
    })
    announcer.say([judged(quiet, 'ok')])
    await announcer.flush()
    expect((await alertsOf(quiet.asset.id))[0]).toMatchObject({ ended: 'recovered' })
    expect(await mailsAbout('sw-\\d+')).toEqual(told)
    announcer.say([judged(loud, 'ok')])
    await announcer.flush()
    expect(await mailsAbout('sw-\\d+')).toHaveLength(told.length + 3)
  })
})
