import { useApi } from '#web/api.ts'
import { useCan } from '#web/session.ts'
import { AlertRows } from '../overview/AlertRows.tsx'

const mostShown = 5

/** What is wrong with what a service needs, by itself or through other services. */
export default function ServiceAttention({ id }: { id: string }) {
  const can = useCan()
  const { data } = useApi(
    'GET /alerts',
    { serviceId: id, isOpen: 'true', isMuted: 'false', sort: '-state', limit: mostShown },
    { enabled: can('alert.read') },
  )
  return data && data.items.length > 0 ? <AlertRows alerts={data.items} /> : null
}
