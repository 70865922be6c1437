import { useApi } from '#web/api.ts'
import type { Badge } from '#web/page.ts'

/** How many things that discovery found wait for a decision: devices that say who they are, and changes. */
export function useOpenProposals(): Badge | undefined {
  const { data } = useApi('GET /proposals', { state: ['open'], isIdentified: true, limit: 1 } as never)
  return data && data.total > 0 ? { count: data.total } : undefined
}
