import { useApi } from '#web/api.ts'
import { useCan } from '#web/session.ts'
import { AlertRows } from '../overview/AlertRows.tsx'

const mostShown = 5

/** What is wrong on a site and below it. */
export default function SiteAttention({ id }: { id: string }) {
  const can = useCan()
  const { data } = useApi(
    'GET /alerts',
    { under: id, isOpen: 'true', isMuted: 'false', sort: '-state', limit: mostShown },
    { enabled: can('alert.read') },
  )
  return data && data.items.length > 0 ? <AlertRows alerts={data.items} /> : null
}
