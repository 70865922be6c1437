import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item, Output } from '#web/api.ts'
import { interfaceKinds, linkKinds, linkSources, technologies } from '../contract/words.ts'

export type CircuitRow = Item<'GET /circuits'>
export type CircuitFull = Output<'GET /circuits/:id'>
export type AddressRow = Item<'GET /addresses'>
export type LinkRow = Item<'GET /links'>
export type InterfaceRow = Item<'GET /interfaces'>

/** The few words of the network as choices, in the person's language. */
export function useWords() {
  const { t } = useTranslation('network')
  return useMemo(
    () => ({
      technologies: technologies.map((value) => ({ value, label: t(`technology.${value}`) })),
      linkKinds: linkKinds.map((value) => ({ value, label: t(`linkKind.${value}`) })),
      linkSources: linkSources.map((value) => ({ value, label: t(`linkSource.${value}`) })),
      interfaceKinds: interfaceKinds.map((value) => ({ value, label: t(`interfaceKind.${value}`) })),
    }),
    [t],
  )
}
