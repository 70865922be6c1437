import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '../../components/Ago.tsx'
import { Level } from '../../components/Level.tsx'
import { Mono } from '../../components/Mono.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { State } from '../../components/State.tsx'
import { Tags } from '../../components/Tags.tsx'
import { useFormat } from '../../format.ts'
import type { Column, Filter } from '../../list.ts'
import { states } from '../../theme/tokens.ts'
import type { Device } from '../operations.ts'

export function useDeviceColumns(): readonly Column<Device>[] {
  const { t } = useTranslation('gallery')
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('device.name'),
        cell: (device) => device.name,
        text: (device) => device.name,
        sort: true,
        width: 260,
      },
      {
        key: 'state',
        label: t('device.state'),
        cell: (device) => <State state={device.state} acknowledgedBy={device.acknowledgedBy ?? undefined} />,
        text: (device) => device.state,
        sort: true,
        width: 190,
        phone: 'aside',
      },
      {
        key: 'since',
        label: t('device.since'),
        cell: (device) => <Ago at={device.since} />,
        text: (device) => device.since,
        sort: true,
        width: 130,
        phone: 'aside',
      },
      {
        key: 'address',
        label: t('device.address'),
        cell: (device) => <Mono>{device.address}</Mono>,
        text: (device) => device.address,
        sort: true,
        width: 130,
      },
      {
        key: 'model',
        label: t('device.model'),
        cell: (device) => `${device.vendor} ${device.model}`,
        text: (device) => device.model,
        sort: true,
        width: 210,
        phone: 'below',
      },
      {
        key: 'site',
        label: t('device.site'),
        cell: (device) => device.site,
        text: (device) => device.site,
        sort: true,
        width: 190,
        phone: 'below',
      },
      {
        key: 'level',
        label: t('device.level'),
        cell: (device) => <Level level={device.level} base={device.baseLevel} />,
        text: (device) => device.level,
        sort: true,
        width: 100,
      },
      {
        key: 'traffic',
        label: t('device.traffic'),
        cell: (device) => format.unit(device.trafficBps, 'bit/s'),
        text: (device) => device.trafficBps,
        sort: 'trafficBps',
        width: 110,
        align: 'right',
      },
      {
        key: 'serial',
        label: t('device.serial'),
        cell: (device) => <Mono>{device.serial}</Mono>,
        text: (device) => device.serial,
        width: 140,
        isHidden: true,
      },
      {
        key: 'responsible',
        label: t('device.responsible'),
        cell: (device) => <PersonName name={device.responsible} />,
        text: (device) => device.responsible,
        width: 220,
        isHidden: true,
      },
      {
        key: 'tags',
        label: t('device.tags'),
        cell: (device) => <Tags tags={device.tags} most={2} />,
        text: (device) => device.tags.join(', '),
        width: 220,
        isHidden: true,
      },
    ],
    [t, format],
  )
}

export function useDeviceFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const kinds = ['router', 'switch', 'access-point', 'ups', 'server', 'camera'] as const
  const territories = ['Finistère Nord', 'Cornouaille', 'Centre', 'Îles']
  return [
    {
      key: 'state',
      label: t('gallery:device.state'),
      options: states.map((state) => ({ value: state, label: t(`web:state.${state}`), state })),
    },
    {
      key: 'kind',
      label: t('gallery:device.kind'),
      options: kinds.map((kind) => ({ value: kind, label: t(`gallery:kinds.${kind}`) })),
    },
    {
      key: 'territory',
      label: t('gallery:device.territory'),
      find: async (typed) =>
        territories
          .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
          .map((name) => ({ value: name, label: name })),
      name: async (values) => values.map((value) => ({ value, label: value })),
    },
  ]
}
