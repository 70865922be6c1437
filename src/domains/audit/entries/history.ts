import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { typed, type AnyTx, type Tx } from '#kernel/database'
import { listPage, type Context } from '#kernel/operations'
import type { Entry } from '../contract.ts'
import type { AuditTables } from '../tables.ts'
import { entriesOf } from './row.ts'

type Page = { limit: number; cursor?: string | undefined }
type Reader = Pick<Context, 'access' | 'person'>
type History = { items: z.input<typeof Entry>[]; nextCursor: string | null; total: number }

/**
 * What happened to one thing, newest first, one page at a time: for the histories that domains above show with their
 * own right. The caller has checked that the thing may be seen; row-level security holds besides.
 * @param mayTell Which sorts of things that hang off it (`address`) are told of too; none where it is not given.
 */
export async function historyOf(
  given: AnyTx,
  subjectId: string,
  page: Page,
  context: Reader,
  mayTell?: (subjectType: string) => boolean,
): Promise<History> {
  const tx = typed<AuditTables>(given)
  const told = mayTell ? (await typesUnder(tx, subjectId)).filter(mayTell) : []
  const isTold =
    told.length === 0
      ? sql<boolean>`subject_id = ${subjectId}`
      : sql<boolean>`(subject_id = ${subjectId}
          or (${hangsOff(subjectId)} and subject_type = any(${told}::text[])))`
  return historyPage(tx, isTold, page, context)
}

/** The entries that are told, newest first, one page at a time. */
export async function historyPage(
  tx: Tx<AuditTables>,
  isTold: RawBuilder<boolean>,
  page: Page,
  { access, person }: Reader,
): Promise<History> {
  const rows = tx.selectFrom('audit.entries').selectAll().where(isTold)
  const found = await listPage(rows, { ...page, sort: '-at' }, { at: sql`at` }, (row) => row)
  const reader = { access, audit: person.access('audit.read') }
  return { ...found, items: await entriesOf(tx, found.items, reader) }
}

async function typesUnder(tx: Tx<AuditTables>, subjectId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('audit.entries')
    .select('subject_type')
    .distinct()
    .where(hangsOff(subjectId))
    .execute()
  return rows.map((row) => row.subject_type)
}

/** In the words of the index. */
const hangsOff = (subjectId: string) =>
  sql<boolean>`(parent_ids <> '{}' and parent_ids @> array[${subjectId}]::uuid[])`
