import { z } from 'zod'
import { historyOf } from '#audit'
import { Entry, HistoryInput } from '#audit/contract'
import { personNames } from '#identity'
import { isEmpty, type Right } from '#kernel/access'
import type { Tx } from '#kernel/database'
import { listOutput } from '#kernel/operations'
import { Id } from '../contract.ts'
import { query } from '../operations.ts'
import { siteNames } from '../sites/door.ts'
import type { EstateTables } from '../tables.ts'

const output = listOutput(Entry).extend({
  /** What the ids in `changes` are called (sites, people), as far as the caller may see. */
  names: z.record(Id, z.string()),
})

/** What happened to one thing of ours, newest first: who may see the thing may see its history. */
export function historyQuery<R extends `GET /${string}`>(definition: {
  name: string
  route: R
  right: Right
  summary: string
  /** Throws `not-found` where the caller may not see it. */
  seen(tx: Tx<EstateTables>, id: string): Promise<unknown>
}) {
  const { seen, ...rest } = definition
  return query({
    ...rest,
    input: HistoryInput,
    output,
    async run(tx, { id, limit, cursor }, context) {
      await seen(tx, id)
      // An asset's history tells of its addresses to who may see addresses.
      const mayTell = (type: string) => !isEmpty(context.person.access(`${type}.read`))
      const page = await historyOf(tx, id, { limit, cursor }, context, mayTell)
      return { ...page, names: await namesIn(tx, page.items) }
    },
  })
}

const sitesIn = ['site_id', 'parent_id']
const peopleIn = ['responsible_id', 'owner_id']

async function namesIn(
  tx: Tx<EstateTables>,
  entries: readonly { changes: Record<string, readonly [unknown, unknown]> }[],
): Promise<Record<string, string>> {
  const idsOf = (fields: string[]) =>
    entries.flatMap(({ changes }) =>
      fields.flatMap((field) => changes[field] ?? []).filter((id) => typeof id === 'string'),
    )
  const sites = await siteNames(tx, idsOf(sitesIn))
  const people = await personNames(tx, idsOf(peopleIn))
  return Object.fromEntries([...sites, ...people])
}
