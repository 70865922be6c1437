import { sql } from 'kysely'
import type { AnyTx } from '#kernel/database'

/** Whether this transaction is the only one at such work, of all workers: held until it ends. */
export async function isAlone(tx: AnyTx, work: 'fold' | 'compact'): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(${`supervision.${work}`})) as held`.execute(tx)
  return rows[0]!.held
}
