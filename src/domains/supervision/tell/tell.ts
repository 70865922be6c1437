import { assetsByIds, serviceNames, siteNames } from '#estate'
import { recipients, type Recipient } from '#identity'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { House } from '#kernel/domain'
import { primaryAddresses } from '#network'
import { queueMails } from '#notifications'
import type { AlertNews } from '../states/commit.ts'
import { isWorse } from '../states/state.ts'
import type { SupervisionTables } from '../tables.ts'
import { writeMail, type Told } from './mail.ts'

/** Alerts as they open and recover are mailed to those who do something about them. */
const toldWith = 'alert.acknowledge'

/**
 * Orders the mails that tell of alerts, in the transaction that writes them: once when one opens, once when it is over,
 * once when it becomes worse. What came at one moment is one mail to each person. An alert that is muted is not told.
 */
export function createTeller({ sentences, config }: House) {
  return async (tx: Tx<SupervisionTables>, news: readonly AlertNews[]): Promise<void> => {
    const worth = news.filter((one) => !one.isMuted && isWorthTelling(one))
    if (worth.length === 0) return
    const told = await named(tx, worth)
    const mails = [...(await byReader(tx, told))].map(([reader, some]) => {
      const { organisationId } = some[0]!.news.asset
      return {
        key: `alert ${reader.id} ${some.map(keyOf).toSorted().join(' ').slice(0, 2_000)}`,
        kind: 'alert',
        about: [...new Set(some.map(({ news }) => news.id))],
        organisationId,
        personId: reader.id,
        recipient: reader.email,
        ...writeMail(sentences, reader.language, config.url, some, nowMs()),
      }
    })
    await queueMails(tx, mails)
  }
}

/** What becomes less grave without being over is seen on the screen. */
function isWorthTelling({ what, state }: AlertNews): boolean {
  return what !== 'changed' || isWorse(state, 'warning')
}

function keyOf({ news }: Told): string {
  return `${news.id} ${news.what} ${Date.parse(news.at)}`
}

async function named(tx: Tx<SupervisionTables>, news: readonly AlertNews[]): Promise<Told[]> {
  const ids = [...new Set(news.map(({ asset }) => asset.id))]
  const assets = await assetsByIds(tx, ids)
  const addresses = await primaryAddresses(tx, ids)
  const sites = await siteNames(tx, [...new Set(news.flatMap(({ asset }) => asset.siteId ?? []))])
  const services = await servicesThatNeed(tx, ids)
  return news.map((one) => ({
    news: one,
    assetName: one.assetName ?? assets.get(one.asset.id)?.name ?? '',
    address: addresses.get(one.asset.id) ?? '',
    siteName: (one.asset.siteId && sites.get(one.asset.siteId)) || '',
    services: services.get(one.asset.id) ?? [],
  }))
}

/** The names of the services that need each of these assets, by themselves or through others. */
async function servicesThatNeed(
  tx: Tx<SupervisionTables>,
  assetIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('estate.service_assets')
    .select(['asset_id', 'service_id'])
    .where('asset_id', 'in', [...assetIds])
    .execute()
  const names = await serviceNames(tx, [...new Set(rows.map((row) => row.service_id))])
  const byAsset = Map.groupBy(rows, (row) => row.asset_id)
  return new Map(
    [...byAsset].map(([assetId, needing]) => [
      assetId,
      needing
        .flatMap((row) => names.get(row.service_id) ?? [])
        .toSorted((one, other) => one.localeCompare(other)),
    ]),
  )
}

/** Who reads what: asked once for each site of an organisation. */
async function byReader(tx: Tx<SupervisionTables>, told: readonly Told[]): Promise<Map<Recipient, Told[]>> {
  const people = new Map<string, Recipient>()
  const some = new Map<Recipient, Told[]>()
  for (const [, group] of Map.groupBy(
    told,
    ({ news }) => `${news.asset.organisationId} ${news.asset.siteId ?? ''}`,
  )) {
    const { organisationId, siteId } = group[0]!.news.asset
    const found = await recipients(tx, { right: toldWith, organisationId, placeId: siteId })
    const ofServices = await recipients(tx, { right: 'service.read', organisationId })
    const knowing = new Set(ofServices.map(({ id }) => id))
    for (const person of found) {
      // One mail of one organisation: what a provider's technician hears of two clients stays apart.
      const key = `${person.id} ${organisationId}`
      const reader = people.get(key) ?? person
      people.set(key, reader)
      const known = knowing.has(person.id) ? group : group.map((one) => ({ ...one, services: [] }))
      some.set(reader, [...(some.get(reader) ?? []), ...known])
    }
  }
  return some
}
