import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item, Output } from '#web/api.ts'
import { assetKinds, environments, lifeCycles, siteKinds } from '../contract/words.ts'

export type SiteRow = Item<'GET /sites'>
export type SiteFull = Output<'GET /sites/:id'>
export type AssetRow = Item<'GET /assets'>
export type AssetFull = Output<'GET /assets/:id'>
export type ServiceRow = Item<'GET /services'>

/** The few words of the estate as choices, in the person's language. */
export function useWords() {
  const { t } = useTranslation('estate')
  return useMemo(
    () => ({
      siteKinds: siteKinds.map((value) => ({ value, label: t(`siteKind.${value}`) })),
      assetKinds: assetKinds
        .map((value) => ({ value, label: t(`assetKind.${value}`) }))
        .toSorted((one, other) =>
          one.value === 'other' ? 1 : other.value === 'other' ? -1 : one.label.localeCompare(other.label),
        ),
      environments: environments.map((value) => ({ value, label: t(`environment.${value}`) })),
      lifeCycles: lifeCycles.map((value) => ({ value, label: t(`lifeCycle.${value}`) })),
      levels: ['5', '4', '3', '2', '1'].map((value) => ({ value, label: t(`levelWord.${value}`) })),
    }),
    [t],
  )
}
