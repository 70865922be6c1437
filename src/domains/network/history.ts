import { z } from 'zod'
import { historyOf } from '#audit'
import { Entry, HistoryInput } from '#audit/contract'
import type { Right } from '#kernel/access'
import type { Tx } from '#kernel/database'
import { listOutput, type Context } from '#kernel/operations'
import { query } from './operations.ts'
import type { NetworkTables } from './tables.ts'

const output = listOutput(Entry)

/** What happened to one thing of ours, newest first: who may see the thing may see its history. */
export function historyQuery<R extends `GET /${string}`>(definition: {
  name: string
  route: R
  right: Right
  summary: string
  /** Throws `not-found` where the caller may not see it. */
  seen(tx: Tx<NetworkTables>, id: string, context: Context): Promise<unknown>
  /** The entries without what the reader may not know. */
  told?(
    tx: Tx<NetworkTables>,
    entries: z.input<typeof Entry>[],
    context: Context,
  ): Promise<z.input<typeof Entry>[]>
}) {
  const { seen, told, ...rest } = definition
  return query({
    ...rest,
    input: HistoryInput,
    output,
    async run(tx, { id, ...page }, context) {
      await seen(tx, id, context)
      const history = await historyOf(tx, id, page, context)
      return told ? { ...history, items: await told(tx, history.items, context) } : history
    },
  })
}
