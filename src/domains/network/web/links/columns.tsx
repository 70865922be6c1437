import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Mono } from '#web/components/Mono.tsx'
import type { Column, Filter } from '#web/list.ts'
import { findAssets, nameAssets } from '../find.ts'
import { useWords, type LinkRow } from '../words.ts'

export function useLinkColumns(): readonly Column<LinkRow>[] {
  const { t } = useTranslation('network')
  return useMemo<Column<LinkRow>[]>(() => {
    const asset = (end: 0 | 1): Column<LinkRow> => ({
      key: end === 0 ? 'asset' : 'farAsset',
      label: t(end === 0 ? 'link.asset' : 'link.farAsset'),
      cell: ({ ends }) => ends[end].assetName,
      text: ({ ends }) => ends[end].assetName,
      sort: end === 0 ? 'asset' : false,
      width: 220,
      ...(end === 1 ? { phone: 'below' as const } : {}),
    })
    const port = (end: 0 | 1): Column<LinkRow> => ({
      key: end === 0 ? 'interface' : 'farInterface',
      label: t(end === 0 ? 'link.interface' : 'link.farInterface'),
      cell: ({ ends }) => ends[end].interfaceName && <Mono>{ends[end].interfaceName}</Mono>,
      text: ({ ends }) => ends[end].interfaceName,
      width: 170,
      ...(end === 1 ? { phone: 'below' as const } : {}),
    })
    return [
      asset(0),
      port(0),
      asset(1),
      port(1),
      {
        key: 'kind',
        label: t('link.kind'),
        cell: (link) => t(`linkKind.${link.kind}`),
        text: (link) => t(`linkKind.${link.kind}`),
        sort: true,
        width: 110,
        phone: 'aside',
      },
      {
        key: 'source',
        label: t('link.source'),
        cell: (link) => t(`linkSource.${link.source}`),
        text: (link) => t(`linkSource.${link.source}`),
        width: 150,
      },
      {
        key: 'seenAt',
        label: t('link.seenAt'),
        cell: (link) => link.seenAt && <Ago at={link.seenAt} />,
        text: (link) => link.seenAt,
        width: 130,
        isHidden: true,
      },
      {
        key: 'updatedAt',
        label: t('changedAt'),
        cell: (link) => <Ago at={link.updatedAt} />,
        text: (link) => link.updatedAt,
        sort: true,
        width: 130,
        isHidden: true,
      },
    ]
  }, [t])
}

export function useLinkFilters(): readonly Filter[] {
  const { t } = useTranslation('network')
  const words = useWords()
  return useMemo(
    () => [
      { key: 'kind', label: t('link.kind'), options: words.linkKinds },
      { key: 'source', label: t('link.source'), options: words.linkSources },
      {
        key: 'assetId',
        label: t('link.asset'),
        isSingle: true,
        find: (typed) => findAssets(typed),
        name: nameAssets,
      },
    ],
    [t, words],
  )
}
