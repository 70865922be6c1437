import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Level } from '#web/components/Level.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import type { Column, Filter } from '#web/list.ts'
import { useFormat } from '#web/format.ts'
import { useSlots } from '#web/slots.tsx'
import { useWords, type ServiceRow } from '../words.ts'

export function useServiceColumns(): readonly Column<ServiceRow>[] {
  const { t } = useTranslation('estate')
  const format = useFormat()
  const added = useSlots('service').flatMap((slot) => slot.useColumns?.() ?? [])
  const own = useMemo<Column<ServiceRow>[]>(
    () => [
      {
        key: 'description',
        label: t('serviceField.description'),
        cell: (service) => service.description,
        text: (service) => service.description,
        width: 280,
      },
      {
        key: 'level',
        label: t('sites.level'),
        cell: (service) => <Level level={service.level} />,
        text: (service) => service.level,
        sort: true,
        width: 110,
        phone: 'aside',
      },
      {
        key: 'needs',
        label: t('services.needs'),
        cell: (service) => format.list([...service.services, ...service.assets].map(({ name }) => name)),
        text: (service) => [...service.services, ...service.assets].map(({ name }) => name).join(', '),
        width: 260,
        phone: 'below',
      },
      {
        key: 'owner',
        label: t('serviceField.owner'),
        cell: (service) => service.ownerName && <PersonName name={service.ownerName} />,
        text: (service) => service.ownerName,
        width: 180,
      },
      {
        key: 'updatedAt',
        label: t('changedAt'),
        cell: (service) => <Ago at={service.updatedAt} />,
        text: (service) => service.updatedAt,
        sort: true,
        width: 130,
        isHidden: true,
      },
    ],
    [t, format],
  )
  const name: Column<ServiceRow> = {
    key: 'name',
    label: t('serviceField.name'),
    cell: (service) => service.name,
    text: (service) => service.name,
    sort: true,
    width: 240,
  }
  return [name, ...(added as readonly Column<ServiceRow>[]), ...own]
}

export function useServiceFilters(): readonly Filter[] {
  const { t } = useTranslation('estate')
  const words = useWords()
  return useMemo(() => [{ key: 'level', label: t('sites.level'), options: words.levels }], [t, words])
}
