import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** How one value stands in the address. What the address has wrong reads as the fallback. */
export interface Param<T> {
  read(raw: string | undefined): T
  /** Undefined leaves it out of the address. */
  write(value: T): string | undefined
}

export type SearchSchema = Record<string, Param<unknown>>
export type SearchOf<S> = { [K in keyof S]: S[K] extends Param<infer T> ? T : never }

/** Any text: `text()`. */
export const text = (fallback = ''): Param<string> => ({
  read: (raw) => raw ?? fallback,
  write: (value) => (value === fallback ? undefined : value),
})

/** One of a few words: `oneOf(['list', 'map'], 'list')`. */
export const oneOf = <const T extends string>(values: readonly T[], fallback: NoInfer<T>): Param<T> => ({
  read: (raw) => values.find((value) => value === raw) ?? fallback,
  write: (value) => (value === fallback ? undefined : value),
})

/** Several words, joined by commas: `manyOf(['ok', 'warning'])`; without words, any. */
export const manyOf = <const T extends string = string>(values?: readonly T[]): Param<T[]> => ({
  read: (raw) =>
    (raw ?? '').split(',').filter((word): word is T => word !== '' && (values?.includes(word as T) ?? true)),
  write: (value) => (value.length === 0 ? undefined : value.join(',')),
})

export const flag = (): Param<boolean> => ({
  read: (raw) => raw === '1',
  write: (value) => (value ? '1' : undefined),
})

/** A number, or null where there is none. */
export const numeric = (): Param<number | null> => ({
  read: (raw) => (raw === undefined || raw === '' || Number.isNaN(Number(raw)) ? null : Number(raw)),
  write: (value) => (value === null ? undefined : String(value)),
})

export interface SearchWrite {
  /** True (unless said) replaces the entry in the history: going back leaves the page, not the last letter typed. */
  replace?: boolean
}

/**
 * The page's state in its address: `const [{ tab }, setSearch] = useSearch({ tab: oneOf(['facts', 'history'], 'facts') })`.
 * Declare the schema outside the component. Other values of the address are left alone.
 */
export function useSearch<const S extends SearchSchema>(
  schema: S,
): [SearchOf<S>, (change: Partial<SearchOf<S>>, how?: SearchWrite) => void] {
  const raw = useRouterState({
    select: (state) => state.location.search as Record<string, string | undefined>,
  })
  const navigate = useNavigate()
  const values = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(schema).map(([name, param]) => [name, param.read(raw[name])]),
      ) as SearchOf<S>,
    [raw, schema],
  )
  const set = useCallback(
    (change: Partial<SearchOf<S>>, { replace = true }: SearchWrite = {}) => {
      const written = Object.fromEntries(
        Object.entries(change).map(([name, value]) => [name, schema[name]?.write(value)]),
      )
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...written }),
        replace,
        resetScroll: false,
      } as never)
    },
    [navigate, schema],
  )
  return [values, set]
}

/** The address' values as plain texts. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** As people read addresses: `?state=critical,warning&sort=-name`. */
export function stringifySearch(values: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
  return text ? `?${text}` : ''
}
