import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Tags } from '#web/components/Tags.tsx'
import type { Column, Filter } from '#web/list.ts'
import { useAssetColumns, useAssetFilters, useAssetSlots } from '../asset-slots.ts'
import { findSites, findWords, nameSites } from '../forms/find.ts'
import { SiteName } from '../sites/SiteName.tsx'
import { useWords, type AssetRow } from '../words.ts'
import { AssetName } from './AssetName.tsx'
import { LifeCycle } from './LifeCycle.tsx'
import { Make } from './Make.tsx'

/** The columns of a list of assets: the name, what domains above add, then what estate knows. */
export function useColumns(): readonly Column<AssetRow>[] {
  const own = useOwnColumns()
  const added = useAssetColumns(useAssetSlots())
  const [name, ...others] = own
  return [name!, ...(added as readonly Column<AssetRow>[]), ...others]
}

function useOwnColumns(): readonly Column<AssetRow>[] {
  const { t } = useTranslation('estate')
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('assetField.name'),
        cell: (asset) => <AssetName asset={asset} />,
        text: (asset) => asset.name,
        sort: true,
        width: 240,
      },
      {
        key: 'kind',
        label: t('assetField.kind'),
        cell: (asset) => t(`assetKind.${asset.kind}`),
        text: (asset) => t(`assetKind.${asset.kind}`),
        sort: true,
        width: 120,
        phone: 'below',
      },
      {
        key: 'siteName',
        label: t('assetField.site'),
        cell: (asset) =>
          asset.siteName && <SiteName path={asset.sitePathName ?? asset.siteName} name={asset.siteName} />,
        text: (asset) => asset.sitePathName,
        sort: true,
        width: 205,
        phone: 'below',
      },
      {
        key: 'model',
        label: t('assetField.model'),
        cell: (asset) => <Make asset={asset} />,
        text: (asset) => asset.model,
        sort: true,
        width: 225,
      },
      {
        key: 'serial',
        label: t('assetField.serial'),
        cell: (asset) => <Mono>{asset.serial}</Mono>,
        text: (asset) => asset.serial,
        sort: true,
        width: 130,
        isHidden: true,
      },
      {
        key: 'vendor',
        label: t('assetField.vendor'),
        cell: (asset) => asset.vendor,
        text: (asset) => asset.vendor,
        sort: true,
        width: 120,
        isHidden: true,
      },
      {
        key: 'environment',
        label: t('assetField.environment'),
        cell: (asset) => t(`environment.${asset.environment}`),
        text: (asset) => t(`environment.${asset.environment}`),
        sort: true,
        width: 130,
        isHidden: true,
      },
      {
        key: 'lifeCycle',
        label: t('assetField.lifeCycle'),
        cell: (asset) => <LifeCycle of={asset.lifeCycle} />,
        text: (asset) => t(`lifeCycle.${asset.lifeCycle}`),
        sort: true,
        width: 120,
        phone: 'aside',
        isHidden: true,
      },
      {
        key: 'tags',
        label: t('assetField.tags'),
        cell: (asset) => <Tags tags={asset.tags} most={2} />,
        text: (asset) => asset.tags.join(', '),
        width: 90,
      },
      {
        key: 'responsible',
        label: t('assetField.responsible'),
        cell: (asset) => asset.responsibleName && <PersonName name={asset.responsibleName} />,
        text: (asset) => asset.responsibleName,
        width: 180,
        isHidden: true,
      },
      {
        key: 'firmware',
        label: t('assetField.firmware'),
        cell: (asset) => asset.firmware,
        text: (asset) => asset.firmware,
        width: 120,
        isHidden: true,
      },
      {
        key: 'macs',
        label: t('assetField.macs'),
        cell: (asset) => <Mono>{asset.macs.join(' ')}</Mono>,
        text: (asset) => asset.macs.join(', '),
        width: 170,
        isHidden: true,
      },
      {
        key: 'updatedAt',
        label: t('changedAt'),
        cell: (asset) => <Ago at={asset.updatedAt} />,
        text: (asset) => asset.updatedAt,
        sort: true,
        width: 130,
        isHidden: true,
      },
    ],
    [t],
  )
}

export function useFilters(): readonly Filter[] {
  const { t } = useTranslation('estate')
  const words = useWords()
  const added = useAssetFilters(useAssetSlots())
  const own = useMemo<readonly Filter[]>(() => {
    const inUse = (field: 'vendor' | 'tag' | 'responsible') => (q: string) => findWords(field, q)
    const same = (values: readonly string[]) =>
      Promise.resolve(values.map((value) => ({ value, label: value })))
    const people = async (ids: readonly string[]) =>
      (await findWords('responsible', '')).filter(({ value }) => ids.includes(value))
    return [
      { key: 'under', label: t('sites.under'), isSingle: true, find: (q) => findSites(q), name: nameSites },
      { key: 'kind', label: t('assetField.kind'), options: words.assetKinds },
      { key: 'vendor', label: t('assetField.vendor'), find: inUse('vendor'), name: same },
      { key: 'environment', label: t('assetField.environment'), options: words.environments },
      { key: 'lifeCycle', label: t('assetField.lifeCycle'), options: words.lifeCycles },
      { key: 'tag', label: t('assetField.tags'), find: inUse('tag'), name: same },
      { key: 'responsibleId', label: t('assetField.responsible'), find: inUse('responsible'), name: people },
    ]
  }, [t, words])
  return [...added, ...own]
}
