import { useApi } from '#web/api.ts'
import type { Badge } from '#web/page.ts'
import { useCan } from '#web/session.ts'

/** How many things that discovery found wait for a decision: devices that say who they are, and changes. */
export function useOpenProposals(): Badge | undefined {
  const can = useCan()
  const { data } = useApi('GET /proposals', { state: ['open'], isIdentified: true, limit: 1 } as never, {
    enabled: can('proposal.read'),
  })
  return data && data.total > 0 ? { count: data.total } : undefined
}
