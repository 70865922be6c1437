import { Readable } from 'node:stream'
import { z } from 'zod'
import { noAccess, type Right } from '../access.ts'
import { now } from '../clock.ts'
import { csvLine, type Separator } from '../csv.ts'
import type { AnyTx } from '../database.ts'
import type { Call, Ground, Operation, Route } from './types.ts'

/** A column of the CSV; JSON has the items whole. */
export interface ExportColumn<Item> {
  /** The field of the item, and the heading that scripts ask for (`headings=names`). */
  name: string
  /** The heading for people: a key of the locale files. */
  heading: string
  /** What stands in the cell; the field unless said. */
  value?: (item: Item) => unknown
  /** Where the value is one of a few words: the key of each in the locale files. */
  word?: (value: string) => string
}

/** What a domain above adds to the items of an export: read under a right of its own. */
export interface ExportBesides<Item> {
  right: Right
  column: ExportColumn<Item>
  /** By the item's id; those of whom there is nothing to say are absent. */
  values(tx: AnyTx, items: readonly Item[]): Promise<ReadonlyMap<string, unknown>>
}

type ListOf<Item> = Operation<
  Route,
  z.ZodObject,
  z.ZodObject<{
    items: z.ZodArray<z.ZodType<Item>>
    nextCursor: z.ZodType<string | null>
    total: z.ZodNumber
  }>
>

const pageSize = 500
const separators: Record<string, Separator> = { comma: ',', semicolon: ';', tab: '\t', ',': ',', ';': ';' }

const exportOptions = {
  format: z.enum(['csv', 'json']).default('csv').describe('A spreadsheet, or an array of the items'),
  bom: z.stringbool().default(false).describe('A byte-order mark first, by which Excel knows UTF-8'),
  separator: z
    .enum([',', ';', 'comma', 'semicolon', 'tab'])
    .default(',')
    .describe('What stands between two values of a CSV'),
  headings: z
    .enum(['words', 'names'])
    .default('words')
    .describe('`words` in the language of the caller, or the names and values of the API'),
}

/**
 * The export of a list: the same filters, sort and rights, over all pages, as CSV (RFC 4180) or JSON (an array of the
 * list's items). It is streamed: each page is read in a transaction of its own when the caller has taken the one before.
 */
export function exportOf<R extends Route, Item>(
  list: ListOf<Item>,
  definition: {
    route: R
    columns: readonly ExportColumn<Item>[]
    /** Asked when somebody exports: what domains above have declared by then. */
    besides?: () => readonly ExportBesides<Item>[]
  },
): Operation<R, z.ZodObject, z.ZodUnknown> {
  const noun = list.name.split('.')[0]!
  return {
    ...list,
    kind: 'endpoint',
    name: `${noun}.export`,
    route: definition.route,
    summary: `${list.summary}, all pages as CSV or JSON`,
    input: list.input.omit({ limit: true, cursor: true }).extend(exportOptions),
    output: z.unknown(),
    produces: 'text/csv',
    async execute(call, ground) {
      const { format, bom, separator, headings, ...filters } = call.input as Options
      const besides = definition.besides?.() ?? []
      const pages = withBesides(pagesOf(list, { ...call, input: filters }, ground), besides, call, ground)
      // The first page is read before anything is sent, so that a fault is still answered as a problem.
      const first = await pages.next()
      const isJson = format === 'json'
      const texts = isJson
        ? jsonOf(first, pages)
        : csvOf(first, pages, {
            columns: [...definition.columns, ...besides.map(({ column }) => column)],
            separator: separators[separator]!,
            bom,
            say: headings === 'words' ? call.say : undefined,
          })
      const day = now().toISOString().slice(0, 10)
      return call.reply
        .type(isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${noun}-${day}.${format}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(texts))
    },
  }
}

type Options = { [O in keyof typeof exportOptions]: z.output<(typeof exportOptions)[O]> }
type Page<Item> = IteratorResult<Item[], void>
type Pages<Item> = AsyncGenerator<Item[], void>

async function* pagesOf<Item>(list: ListOf<Item>, call: Call, ground: Ground): Pages<Item> {
  let cursor: string | undefined
  do {
    const input = { ...(call.input as object), limit: pageSize, cursor }
    const page = (await list.execute({ ...call, input }, ground)) as z.output<ListOf<Item>['output']>
    yield page.items
    // A list that gave its place again would be read for ever.
    if (page.nextCursor !== null && page.nextCursor === cursor)
      throw new Error(`${list.name}: the next page begins where this one did`)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

async function* withBesides<Item>(
  pages: Pages<Item>,
  besides: readonly ExportBesides<Item>[],
  call: Call,
  ground: Ground,
): Pages<Item> {
  for await (const items of pages) {
    let whole = items
    for (const { right, column, values } of besides) {
      const access = call.actor.kind === 'person' ? call.actor.access(right) : noAccess
      const found = await ground.database.read(access, (tx) => values(tx, items))
      whole = whole.map((item) => ({
        ...item,
        [column.name]: found.get((item as { id: string }).id) ?? null,
      }))
    }
    yield whole
  }
}

async function* jsonOf<Item>(first: Page<Item>, others: Pages<Item>): AsyncGenerator<string> {
  let before = '['
  for (let page = first; !page.done; page = await others.next()) {
    if (page.value.length === 0) continue
    yield before + page.value.map((item) => JSON.stringify(item)).join(',')
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

async function* csvOf<Item>(
  first: Page<Item>,
  others: Pages<Item>,
  form: {
    columns: readonly ExportColumn<Item>[]
    separator: Separator
    bom: boolean
    say: Call['say'] | undefined
  },
): AsyncGenerator<string> {
  const { columns, separator, say } = form
  const head = columns.map(({ name, heading }) => (say ? say(heading) : name))
  yield (form.bom ? '\ufeff' : '') + csvLine(head, separator)
  for (let page = first; !page.done; page = await others.next())
    yield page.value.map((item) => csvLine(cellsOf(item, columns, say), separator)).join('')
}

function cellsOf<Item>(
  item: Item,
  columns: readonly ExportColumn<Item>[],
  say: Call['say'] | undefined,
): unknown[] {
  return columns.map(({ name, value, word }) => {
    const cell = value ? value(item) : (item as Record<string, unknown>)[name]
    return say && word && typeof cell === 'string' && cell !== '' ? say(word(cell)) : cell
  })
}
