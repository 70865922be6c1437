import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Filter } from './types.ts'

export type RawSearch = Readonly<Record<string, string | undefined>>

/** A list's whole state, as it stands in the address. */
export interface ListSearch {
  q: string
  sort: string
  view: string | undefined
  peek: string | undefined
  /** Keys of the columns shown, in order; undefined for those shown at first. */
  columns: readonly string[] | undefined
  filters: Readonly<Record<string, readonly string[]>>
  /** Changes some of it. `push` makes an entry in the history. */
  set: (change: Record<string, string | undefined>, push?: boolean) => void
  raw: RawSearch
}

export function useListSearch(filters: readonly Filter[], firstSort: string): ListSearch {
  const raw = useRouterState({ select: (state) => state.location.search as RawSearch })
  const navigate = useNavigate()
  const set = useCallback(
    (change: Record<string, string | undefined>, push = false) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...change }),
        replace: !push,
        resetScroll: false,
      } as never),
    [navigate],
  )
  const keys = filters.map((filter) => filter.key).join(',')
  return useMemo(
    () => ({
      q: raw.q ?? '',
      sort: raw.sort || firstSort,
      view: raw.view,
      peek: raw.peek,
      columns: raw.cols ? raw.cols.split(',') : undefined,
      filters: Object.fromEntries(
        keys
          .split(',')
          .map((key) => [key, (raw[key] ?? '').split(',').filter(Boolean)] as const)
          .filter(([, values]) => values.length > 0),
      ),
      set,
      raw,
    }),
    [raw, keys, firstSort, set],
  )
}

/** What the address holds of this list without what is only looked at now: what a saved view keeps. */
export function keptOf(raw: RawSearch, filters: readonly Filter[]): Record<string, string> {
  const names = ['q', 'sort', 'cols', ...filters.map((filter) => filter.key)]
  return Object.fromEntries(names.flatMap((name) => (raw[name] ? [[name, raw[name]]] : [])))
}
