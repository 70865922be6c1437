import { useApi, useOneOf } from '#web/api.ts'
import { useCan } from '#web/session.ts'
import { serviceStates } from '../states/many.ts'

/** What the header of an asset's page says of its state. */
export function useAssetState(id: string) {
  const { data } = useApi('GET /assets/:id/state', { id })
  if (!data?.state || !data.since) return undefined
  const [first, ...others] = data.alerts
  const isHeld = first?.isAcknowledged && others.every((alert) => alert.isAcknowledged)
  return {
    name: data.state,
    since: data.since,
    ...(isHeld && first.acknowledgedBy ? { acknowledgedBy: first.acknowledgedBy } : {}),
  }
}

/** The worst of what stands on a site and below it. */
export function useSiteState(id: string) {
  const { data } = useApi('GET /sites/states', {})
  const site = data?.items.find((one) => one.siteId === id)
  return site?.state ? { name: site.state } : undefined
}

/** The worst of what a service needs. */
export function useServiceState(id: string) {
  const held = useOneOf(serviceStates, id)
  return held ? { name: held.state } : undefined
}

export function useInterfaceCount(id: string): number | undefined {
  const can = useCan()
  const { data } = useApi('GET /assets/:id/measured-interfaces', { id }, { enabled: can('asset.read') })
  return data?.items.filter((one) => one.measuredAt !== null).length || undefined
}
