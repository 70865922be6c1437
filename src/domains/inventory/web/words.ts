import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'

export type DiscoveryRow = Item<'GET /discoveries'>
export type ProposalRow = Item<'GET /proposals'>
export type CredentialRow = Item<'GET /credentials'>

/** The kinds of assets as choices, in the estate's own words. */
export function useKinds() {
  const { t } = useTranslation('estate')
  return useMemo(() => {
    const words = t('assetKind', { returnObjects: true }) as unknown as Record<string, string>
    return Object.entries(words).map(([value, label]) => ({ value, label }))
  }, [t])
}
