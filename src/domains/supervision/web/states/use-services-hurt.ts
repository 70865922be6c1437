import { useMemo } from 'react'
import { useApi } from '#web/api.ts'
import { useCan } from '#web/session.ts'
import type { ServiceStateItem } from '../words.ts'

/** The services that need each asset that is wrong, by the asset's id. */
export function useServicesHurt(): ReadonlyMap<string, readonly ServiceStateItem[]> {
  const can = useCan()
  const { data } = useApi('GET /services/states', { isWrong: 'true' }, { enabled: can('service.read') })
  return useMemo(() => {
    const hurt = new Map<string, ServiceStateItem[]>()
    for (const service of data?.items ?? [])
      for (const id of service.wrongAssetIds) hurt.set(id, [...(hurt.get(id) ?? []), service])
    return hurt
  }, [data])
}
