import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'
import { useChosenOrganisation } from '#web/api/organisation.ts'
import { useMe } from '#web/session.ts'

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

/** The organisation that is worked in: the one that is chosen, or the only one. Null where it must be asked. */
export function useOneOrganisation(): string | null {
  const chosen = useChosenOrganisation()
  const organisations = useMe()?.organisations ?? []
  return chosen ?? (organisations.length === 1 ? organisations[0]!.id : null)
}
