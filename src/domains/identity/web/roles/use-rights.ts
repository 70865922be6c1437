import { useMemo } from 'react'
import { useApi, type Item } from '#web/api.ts'
import { useDomainName } from '../words.ts'

export type RightLine = Item<'GET /rights'>

export interface RightGroup {
  domain: string
  name: string
  lines: RightLine[]
}

/** Every right of the house, by the part of it that declares them. */
export function useRights() {
  const query = useApi('GET /rights', {})
  const nameOf = useDomainName()
  const lines = query.data?.items
  const groups = useMemo<RightGroup[]>(
    () =>
      [...Map.groupBy(lines ?? [], ({ domain }) => domain)].map(([domain, of]) => ({
        domain,
        name: nameOf(domain),
        lines: of,
      })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- made anew at each drawing; the query's answer is what counts
    [lines],
  )
  return { query, groups }
}
