import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import type { Column, Filter } from '#web/list.ts'
import { asTheyAre, findAssets, nameAssets } from '../find.ts'
import type { AddressRow } from '../words.ts'
import { prefixesLike } from './prefixes.ts'

export function useAddressColumns(): readonly Column<AddressRow>[] {
  const { t } = useTranslation('network')
  return useMemo<Column<AddressRow>[]>(
    () => [
      {
        key: 'address',
        label: t('address.address'),
        cell: (row) => <Mono>{row.address}</Mono>,
        text: (row) => row.address,
        sort: true,
        width: 280,
      },
      {
        key: 'assetName',
        label: t('address.asset'),
        cell: (row) => <Link href={`/assets/${row.assetId}`}>{row.assetName}</Link>,
        text: (row) => row.assetName,
        sort: true,
        width: 260,
        grow: true,
        phone: 'below',
      },
      {
        key: 'name',
        label: t('address.name'),
        cell: (row) => row.name,
        text: (row) => row.name,
        sort: true,
        width: 160,
      },
      {
        key: 'interfaceName',
        label: t('address.interface'),
        cell: (row) => row.interfaceName && <Mono>{row.interfaceName}</Mono>,
        text: (row) => row.interfaceName,
        width: 130,
      },
      {
        key: 'domain',
        label: t('address.domain'),
        cell: (row) => row.domain,
        text: (row) => row.domain,
        width: 140,
        isHidden: true,
      },
      {
        key: 'isPrimary',
        label: t('address.isPrimary'),
        cell: (row) => row.isPrimary && t('yes'),
        text: (row) => row.isPrimary,
        width: 110,
      },
      {
        key: 'source',
        label: t('address.source'),
        cell: (row) => t(`addressSource.${row.source}`),
        text: (row) => t(`addressSource.${row.source}`),
        width: 130,
        phone: 'aside',
      },
      {
        key: 'updatedAt',
        label: t('changedAt'),
        cell: (row) => <Ago at={row.updatedAt} />,
        text: (row) => row.updatedAt,
        sort: true,
        width: 140,
      },
    ],
    [t],
  )
}

export function useAddressFilters(): readonly Filter[] {
  const { t } = useTranslation('network')
  return useMemo(
    () => [
      {
        key: 'within',
        label: t('addresses.within'),
        isSingle: true,
        find: (typed) => asTheyAre(prefixesLike(typed)),
        name: asTheyAre,
      },
      {
        key: 'assetId',
        label: t('address.asset'),
        isSingle: true,
        find: (typed) => findAssets(typed),
        name: nameAssets,
      },
      {
        key: 'isPrimary',
        label: t('address.isPrimary'),
        isSingle: true,
        options: [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ],
      },
    ],
    [t],
  )
}
