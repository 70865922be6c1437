import { useApi } from '#web/api.ts'

/** How many circuits end at a site or below it. */
export function useSiteCircuitCount(id: string): number | undefined {
  return useApi('GET /circuits', { under: id, limit: 1 }).data?.total
}
