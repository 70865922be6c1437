import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { useFormat } from '#web/format.ts'
import type { Column, Filter } from '#web/list.ts'
import { asTheyAre, findAssets, findOperators, findSites, nameAssets, nameSites } from '../find.ts'
import { useWords, type CircuitRow } from '../words.ts'

export function useCircuitColumns(): readonly Column<CircuitRow>[] {
  const { t } = useTranslation('network')
  const format = useFormat()
  return useMemo<Column<CircuitRow>[]>(() => {
    const rate = (key: 'downBps' | 'upBps', label: string): Column<CircuitRow> => ({
      key,
      label,
      cell: (circuit) => circuit[key] !== null && format.unit(circuit[key], 'bit/s'),
      text: (circuit) => circuit[key],
      width: 120,
      align: 'right',
    })
    return [
      {
        key: 'name',
        label: t('circuit.name'),
        cell: (circuit) => circuit.name,
        text: (circuit) => circuit.name,
        sort: true,
        width: 240,
      },
      {
        key: 'operator',
        label: t('circuit.operator'),
        cell: (circuit) => circuit.operator,
        text: (circuit) => circuit.operator,
        sort: true,
        width: 170,
        phone: 'aside',
      },
      {
        key: 'lineIdentifier',
        label: t('circuit.lineIdentifier'),
        cell: (circuit) => circuit.lineIdentifier && <Mono>{circuit.lineIdentifier}</Mono>,
        text: (circuit) => circuit.lineIdentifier,
        width: 170,
        phone: 'below',
      },
      {
        key: 'technology',
        label: t('circuit.technology'),
        cell: (circuit) => t(`technology.${circuit.technology}`),
        text: (circuit) => t(`technology.${circuit.technology}`),
        sort: true,
        width: 150,
      },
      {
        key: 'site',
        label: t('circuit.site'),
        cell: (circuit) => circuit.siteName,
        text: (circuit) => circuit.siteName,
        sort: true,
        width: 180,
        phone: 'below',
      },
      {
        key: 'farSite',
        label: t('circuit.farSite'),
        cell: (circuit) => circuit.farSiteName,
        text: (circuit) => circuit.farSiteName,
        width: 160,
        isHidden: true,
      },
      rate('downBps', t('circuit.downShort')),
      rate('upBps', t('circuit.upShort')),
      {
        key: 'supportPhone',
        label: t('circuit.supportPhone'),
        cell: (circuit) => circuit.supportPhone,
        text: (circuit) => circuit.supportPhone,
        width: 170,
        isHidden: true,
      },
      {
        key: 'updatedAt',
        label: t('changedAt'),
        cell: (circuit) => <Ago at={circuit.updatedAt} />,
        text: (circuit) => circuit.updatedAt,
        sort: true,
        width: 130,
        isHidden: true,
      },
    ]
  }, [t, format])
}

export function useCircuitFilters(): readonly Filter[] {
  const { t } = useTranslation('network')
  const words = useWords()
  return useMemo(
    () => [
      { key: 'operator', label: t('circuit.operator'), find: findOperators, name: asTheyAre },
      { key: 'technology', label: t('circuit.technology'), options: words.technologies },
      {
        key: 'under',
        label: t('circuits.under'),
        isSingle: true,
        find: (q) => findSites(q),
        name: nameSites,
      },
      {
        key: 'assetId',
        label: t('circuit.asset'),
        isSingle: true,
        find: (q) => findAssets(q),
        name: nameAssets,
      },
    ],
    [t, words],
  )
}
