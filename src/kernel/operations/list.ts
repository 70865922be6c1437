import { sql, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { Problem } from '../errors.ts'
import { problemOfDatabase } from '../errors/of-database.ts'

/** What every list takes: a page size, a cursor from the page before, a sort (`-` for descending) and free text. */
export function listInput<S extends [string, ...string[]], F extends z.ZodRawShape>(sorts: S, filters: F) {
  const directions = sorts.flatMap((name) => [name, `-${name}`]) as [string, ...string[]]
  return z.strictObject({
    limit: z.coerce.number().int().min(1).max(500).default(100).describe('How many a page holds'),
    cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before'),
    sort: z.enum(directions).default(directions[0]!).describe('What is first; `-` before it: descending'),
    q: z.string().max(200).optional().describe('Free text that is sought'),
    ...filters,
  })
}

/** What every list answers. `total` counts all rows that fit the filters. */
export function listOutput<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() })
}

/** A filter that takes several values, separated by commas: `kind=switch,router`. */
export function anyOf<I extends z.ZodType>(item: I) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).max(200).optional(),
  )
}

interface ListRequest {
  limit: number
  cursor?: string | undefined
  sort: string
}

// oxlint-disable-next-line typescript/no-explicit-any -- a builder over whatever tables the caller joined
type Select<Row> = SelectQueryBuilder<any, any, Row>

/**
 * One page of a list by keyset: stable while rows come and go, and as quick on the last page as on the first. The
 * query must already hold its filters; `columns` says which SQL expression each sort name means (never null: coalesce)
 * and `id` is the tie-breaker. Rows must have the sort's value as `sort_key`: this function selects it.
 */
export async function listPage<Row, Item>(
  query: Select<Row>,
  request: ListRequest,
  columns: Record<string, ReturnType<typeof sql>>,
  map: (row: Row) => Item,
  id: ReturnType<typeof sql> = sql`id`,
): Promise<{ items: Item[]; nextCursor: string | null; total: number }> {
  const descending = request.sort.startsWith('-')
  const column = columns[request.sort.replace(/^-/, '')]
  if (!column) throw new Error(`the list has no sort ${request.sort}`)
  const direction = descending ? sql`desc` : sql`asc`
  let page = query.select([sql`${column}`.as('sort_key'), sql`${id}`.as('sort_id')])
  if (request.cursor) {
    const [value, lastId] = readCursor(request.cursor, request.sort)
    const beyond = descending ? sql`<` : sql`>`
    page = page.where(
      sql<boolean>`(${column}, ${id}) ${beyond} (${sql.val(value)}, ${sql.val(lastId)}::uuid)`,
    )
  }
  const rows = (await page
    .orderBy(sql`${column} ${direction}, ${id} ${direction}`)
    .limit(request.limit + 1)
    .execute()
    .catch((error: unknown) => {
      // Its value is none of the column's: a cursor is only ever what a page before gave.
      if (request.cursor && problemOfDatabase(error)?.code === 'invalid-input') throw badCursor()
      throw error
    })) as (Row & SortKey)[]
  const counted = await query
    .clearSelect()
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirst()
  const kept = rows.slice(0, request.limit)
  const last = kept.at(-1)
  return {
    items: kept.map(map),
    nextCursor: rows.length > request.limit && last ? writeCursor(request.sort, last) : null,
    total: Number((counted as { count: number } | undefined)?.count ?? 0),
  }
}

interface SortKey {
  sort_key: unknown
  sort_id: unknown
}

function writeCursor(sort: string, row: SortKey): string {
  return Buffer.from(JSON.stringify([sort, row.sort_key, row.sort_id])).toString('base64url')
}

function readCursor(cursor: string, sort: string): [unknown, string] {
  try {
    const [cursorSort, value, id] = z
      .tuple([z.string(), z.union([z.string(), z.number(), z.boolean()]), z.uuid()])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (cursorSort === sort) return [value, id]
  } catch {
    // Falls through to the one sentence that helps.
  }
  throw badCursor()
}

function badCursor(): Problem {
  return new Problem('invalid-input', { errors: [{ field: 'cursor', code: 'kernel:problem.cursor' }] })
}
