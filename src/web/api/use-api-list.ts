import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Input, Item, ListRoute } from '../operations-type.ts'
import { api } from './call.ts'
import { keyOf } from './keys.ts'
import { useChosenOrganisation } from './organisation.ts'
import type { ApiProblem } from './problem.ts'

interface Page<T> {
  items: T[]
  nextCursor: string | null
  total: number
}

/** A list read page by page as far as it is looked at. */
export interface ApiList<T> {
  /** Rows by their place in the whole list; those not read yet are undefined. */
  rows: readonly (T | undefined)[]
  /** All rows that fit, read or not; undefined until the first answer. */
  total: number | undefined
  /** Says which rows are on screen: they are read, and those around them kept up to date. */
  look: (first: number, last: number) => void
  /** Nothing is there to show yet. */
  isLoading: boolean
  /** Rows of the question before are shown until the first answer comes. */
  isPrevious: boolean
  isFetching: boolean
  error: ApiProblem | null
  retry: () => void
  /** When the oldest rows on screen were read, in milliseconds since 1970. */
  readAt: number
  /** Reads all rows, for an export or for choosing all. Stops at `most`. */
  readAll: (most?: number) => Promise<T[]>
}

/** Rows asked for at a time; the most that the API gives is 500. */
const pageSize = 250

/**
 * A list behind a virtual table. Each page is an answer of its own in the cache, so that an event has only those pages
 * read again that are on screen, not all fifty of a list of ten thousand.
 */
export function useApiList<R extends ListRoute>(
  route: R,
  input: Omit<Input<R>, 'cursor' | 'limit'>,
  { enabled = true }: { enabled?: boolean } = {},
): ApiList<Item<R>> {
  useChosenOrganisation()
  const client = useQueryClient()
  const question = JSON.stringify(keyOf(route, input))
  const [seen, setSeen] = useState({ question, first: 0, last: 0 })
  const range = seen.question === question ? seen : { question, first: 0, last: 0 }

  const inputOf = (cursor: string | undefined) => ({ ...input, limit: pageSize, cursor }) as Input<R>
  const cached = (cursor: string | undefined) =>
    client.getQueryData<Page<Item<R>>>(keyOf(route, inputOf(cursor)))
  const cursors = cursorsUpTo(Math.floor(range.last / pageSize), cached)

  const pages = useQueries({
    queries: cursors.map((cursor, index) => ({
      queryKey: keyOf(route, inputOf(cursor)),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api(route, inputOf(cursor), { signal }) as Promise<Page<Item<R>>>,
      enabled: enabled && isWanted(index, range, cached(cursor) !== undefined),
    })),
  })

  const answers = useSame(pages.map((page) => page.data))
  const total = answers.findLast((page) => page !== undefined)?.total
  const previous = useRef<Previous<Item<R>> | undefined>(undefined)
  const before = previous.current?.question === question ? previous.current.rows : undefined
  const rows = useMemo(() => endToEnd(answers, total, before), [answers, total, before])
  if (total !== undefined && previous.current?.rows !== rows) previous.current = { question, rows, total }
  const isPrevious = total === undefined && previous.current !== undefined
  const error = (pages.find((page) => page.error)?.error ?? null) as ApiProblem | null

  const look = useCallback(
    (first: number, last: number) =>
      setSeen((before) =>
        before.question === question && samePages(before, first, last) ? before : { question, first, last },
      ),
    [question],
  )
  const shown = pages.filter((page, index) => page.data && isOnScreen(index, range))
  return {
    rows: isPrevious ? (previous.current?.rows ?? []) : rows,
    total: total ?? previous.current?.total,
    look,
    isLoading: enabled && total === undefined && !isPrevious && !error,
    isPrevious,
    isFetching: pages.some((page) => page.isFetching),
    error: isPrevious || total === undefined ? error : null,
    retry: () => pages.forEach((page) => page.error && void page.refetch()),
    readAt: Math.min(...shown.map((page) => page.dataUpdatedAt)),
    readAll: (most = Number.POSITIVE_INFINITY) => readPages(route, inputOf, most),
  }
}

/** The cursors of the pages up to `last`, as far as the page before each has been read. */
function cursorsUpTo<T>(last: number, cached: (cursor: string | undefined) => Page<T> | undefined) {
  const cursors: (string | undefined)[] = [undefined]
  for (let index = 0; index < last; index++) {
    const next = cached(cursors[index])?.nextCursor
    if (!next) break
    cursors.push(next)
  }
  return cursors
}

/** On screen, or not read yet and on the way there. A page read before and out of sight rests. */
function isWanted(index: number, range: { first: number; last: number }, isRead: boolean): boolean {
  return isOnScreen(index, range) || !isRead
}

function isOnScreen(index: number, { first, last }: { first: number; last: number }): boolean {
  return index >= Math.floor(first / pageSize) && index <= Math.floor(last / pageSize)
}

function samePages(before: { first: number; last: number }, first: number, last: number): boolean {
  const page = (row: number) => Math.floor(row / pageSize)
  return page(before.first) === page(first) && page(before.last) === page(last)
}

interface Previous<T> {
  question: string
  rows: readonly (T | undefined)[]
  total: number
}

/**
 * The pages end to end. Where a page has to be read again under another cursor (a row before it went), the rows that
 * stood there stay until it comes.
 */
function endToEnd<T>(
  answers: readonly (Page<T> | undefined)[],
  total: number | undefined,
  before: readonly (T | undefined)[] | undefined,
): readonly (T | undefined)[] {
  if (total === undefined) return []
  const rows: (T | undefined)[] = answers.flatMap((page) => page?.items ?? [])
  const read = rows.length
  rows.length = Math.max(total, read)
  for (let at = read; at < rows.length; at++) rows[at] = before?.[at]
  return before && before.length === rows.length && rows.every((row, at) => row === before[at])
    ? before
    : rows
}

/** The array before, where it holds the same values: so that what is computed from it is kept. */
function useSame<T>(values: T[]): T[] {
  const kept = useRef(values)
  const isSame =
    kept.current.length === values.length && values.every((value, at) => value === kept.current[at])
  if (!isSame) kept.current = values
  return kept.current
}

async function readPages<R extends ListRoute>(
  route: R,
  inputOf: (cursor: string | undefined) => Input<R>,
  most: number,
): Promise<Item<R>[]> {
  const rows: Item<R>[] = []
  let cursor: string | undefined
  do {
    const page = (await api(route, inputOf(cursor))) as Page<Item<R>>
    rows.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && rows.length < most)
  return rows
}
