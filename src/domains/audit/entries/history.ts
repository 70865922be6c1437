import { sql } from 'kysely'
import type { z } from 'zod'
import { typed, type AnyTx } from '#kernel/database'
import { listPage } from '#kernel/operations'
import type { Entry } from '../contract.ts'
import type { AuditTables } from '../tables.ts'
import { entryOf } from './row.ts'

/**
 * What happened to one thing, newest first, one page at a time: for the histories that domains above show with their
 * own right. The caller has checked that the thing may be seen; row-level security holds besides.
 */
export function historyOf(
  tx: AnyTx,
  subjectId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: z.input<typeof Entry>[]; nextCursor: string | null; total: number }> {
  const rows = typed<AuditTables>(tx)
    .selectFrom('audit.entries')
    .selectAll()
    .where('subject_id', '=', subjectId)
  return listPage(rows, { ...page, sort: '-at' }, { at: sql`at` }, entryOf)
}
