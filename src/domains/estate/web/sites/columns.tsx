import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Level } from '#web/components/Level.tsx'
import { Mono } from '#web/components/Mono.tsx'
import type { Column, Filter } from '#web/list.ts'
import { useSlots } from '#web/slots.tsx'
import { findSites, nameSites } from '../forms/find.ts'
import { useWords, type SiteRow } from '../words.ts'
import { PathName } from './PathName.tsx'

/** The columns of the list of sites: the name, what domains above add, then what estate knows. */
export function useSiteColumns(): readonly Column<SiteRow>[] {
  const added = useSlots('site').flatMap((slot) => slot.useColumns?.() ?? [])
  const [name, ...others] = useOwnColumns()
  return [name!, ...(added as readonly Column<SiteRow>[]), ...others]
}

function useOwnColumns(): readonly Column<SiteRow>[] {
  const { t } = useTranslation('estate')
  return useMemo(
    () => [
      {
        key: 'pathName',
        label: t('siteField.name'),
        cell: (site) => <PathName path={site.pathName} name={site.name} />,
        text: (site) => site.pathName,
        sort: true,
        width: 380,
      },
      {
        key: 'code',
        label: t('siteField.code'),
        cell: (site) => site.code && <Mono>{site.code}</Mono>,
        text: (site) => site.code,
        width: 110,
        phone: 'below',
      },
      {
        key: 'kind',
        label: t('siteField.kind'),
        cell: (site) => t(`siteKind.${site.kind}`),
        text: (site) => t(`siteKind.${site.kind}`),
        sort: true,
        width: 110,
      },
      {
        key: 'city',
        label: t('siteField.city'),
        cell: (site) => site.city,
        text: (site) => site.city,
        sort: true,
        width: 180,
        phone: 'below',
      },
      {
        key: 'effectiveLevel',
        label: t('sites.level'),
        cell: (site) => <Level level={site.effectiveLevel} base={site.level} />,
        text: (site) => site.effectiveLevel,
        sort: true,
        width: 110,
        phone: 'aside',
      },
      {
        key: 'updatedAt',
        label: t('changedAt'),
        cell: (site) => <Ago at={site.updatedAt} />,
        text: (site) => site.updatedAt,
        sort: true,
        width: 140,
        isHidden: true,
      },
    ],
    [t],
  )
}

export function useSiteFilters(): readonly Filter[] {
  const { t } = useTranslation('estate')
  const words = useWords()
  return useMemo(
    () => [
      { key: 'under', label: t('sites.under'), isSingle: true, find: (q) => findSites(q), name: nameSites },
      { key: 'kind', label: t('siteField.kind'), options: words.siteKinds },
      { key: 'level', label: t('sites.level'), options: words.levels },
      {
        key: 'isLocated',
        label: t('sites.located'),
        isSingle: true,
        options: [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ],
      },
    ],
    [t, words],
  )
}
