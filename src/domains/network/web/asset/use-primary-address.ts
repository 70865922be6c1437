import { useApi } from '#web/api.ts'

/** The address at which an asset is spoken to; undefined where it has none, or before it is read. */
export function usePrimaryAddress(assetId: string): string | undefined {
  const { data } = useApi('GET /addresses', { assetId, sort: 'address', limit: 500 })
  return data?.items.find(({ isPrimary }) => isPrimary)?.address
}
