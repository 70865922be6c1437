import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { useFormat } from '#web/format.ts'
import type { Column, Filter } from '#web/list.ts'
import { findAssets, nameAssets } from '../find.ts'
import { useWords, type InterfaceRow } from '../words.ts'
import { useTellUse } from './use-tell-use.ts'

export function useInterfaceColumns(): readonly Column<InterfaceRow>[] {
  const { t } = useTranslation('network')
  const format = useFormat()
  const tellUse = useTellUse()
  return useMemo<Column<InterfaceRow>[]>(
    () => [
      {
        key: 'name',
        label: t('interface.name'),
        cell: (row) => <Mono>{row.name}</Mono>,
        text: (row) => row.name,
        sort: true,
        width: 220,
      },
      {
        key: 'assetName',
        label: t('interface.asset'),
        cell: (row) => <Link href={`/assets/${row.assetId}`}>{row.assetName}</Link>,
        text: (row) => row.assetName,
        sort: true,
        width: 200,
        phone: 'below',
      },
      {
        key: 'alias',
        label: t('interface.alias'),
        cell: (row) => row.alias,
        text: (row) => row.alias,
        width: 200,
        phone: 'below',
      },
      {
        key: 'kind',
        label: t('interface.kind'),
        cell: (row) => t(`interfaceKind.${row.kind}`),
        text: (row) => t(`interfaceKind.${row.kind}`),
        width: 120,
      },
      {
        key: 'speedBps',
        label: t('interface.speedShort'),
        cell: (row) => row.speedBps !== null && format.unit(row.speedBps, 'bit/s'),
        text: (row) => row.speedBps,
        sort: true,
        width: 120,
        align: 'right',
        phone: 'aside',
      },
      {
        key: 'vlan',
        label: t('interface.vlan'),
        cell: (row) => row.vlan,
        text: (row) => row.vlan,
        width: 80,
        align: 'right',
      },
      {
        key: 'use',
        label: t('interface.use'),
        cell: tellUse,
        text: tellUse,
        width: 130,
      },
      {
        key: 'mac',
        label: t('interface.mac'),
        cell: (row) => row.mac && <Mono>{row.mac}</Mono>,
        text: (row) => row.mac,
        width: 170,
        isHidden: true,
      },
    ],
    [t, format, tellUse],
  )
}

export function useInterfaceFilters(): readonly Filter[] {
  const { t } = useTranslation('network')
  const words = useWords()
  return useMemo(
    () => [
      {
        key: 'assetId',
        label: t('interface.asset'),
        isSingle: true,
        find: (typed) => findAssets(typed),
        name: nameAssets,
      },
      { key: 'kind', label: t('interface.kind'), options: words.interfaceKinds },
      {
        key: 'withGone',
        label: t('interfaces.withGone'),
        isSingle: true,
        options: [{ value: 'true', label: t('yes') }],
      },
    ],
    [t, words],
  )
}
