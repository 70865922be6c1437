import { useApi } from '#web/api.ts'
import type { Badge } from '#web/page.ts'
import { useCan } from '#web/session.ts'
import { states } from '#web/theme/tokens.ts'

/** How many open alerts nobody has in hand, and how bad the worst of them is. */
export function useAlertBadge(): Badge | undefined {
  const can = useCan()
  const { data } = useApi(
    'GET /alerts/counts',
    { by: 'state', isOpen: 'true', isAcknowledged: 'false', isMuted: 'false' },
    { enabled: can('alert.read') },
  )
  if (!data) return undefined
  const worst = states.find((state) => data.groups.some((group) => group.key === state && group.total > 0))
  const count = data.groups.reduce((sum, group) => sum + group.total, 0)
  return worst ? { count, state: worst } : { count }
}
