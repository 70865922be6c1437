import { Button } from '@mantine/core'
import { IconServer2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi, useApiMutation } from '../../api.ts'
import { now } from '../../clock.ts'
import { Copy } from '../../components/Copy.tsx'
import { Level } from '../../components/Level.tsx'
import { Mono } from '../../components/Mono.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { Tags } from '../../components/Tags.tsx'
import { Attention, DetailPage, DetailWaiting, Facts, Timeline } from '../../detail.ts'
import { FormDrawer, TextField, useForm } from '../../form.ts'
import { List } from '../../list.ts'
import { useParams } from '../../params.ts'
import type { Device } from '../operations.ts'
import { useDeviceColumns } from './device-columns.tsx'
import { ExampleGraphs } from './ExampleGraphs.tsx'
import { exampleHistory } from './example-history.ts'

export default function DevicePage() {
  const { t } = useTranslation('gallery')
  const { id } = useParams()
  const query = useApi('GET /gallery/devices/:id', { id })
  const columns = useDeviceColumns()
  const [isEditing, setIsEditing] = useState(false)
  const device = query.data
  if (!device) return <DetailWaiting query={query} />
  const isWrong = device.state === 'critical' || device.state === 'warning'
  return (
    <>
      <DetailPage
        crumbs={[
          { label: 'SDIS du Finistère', href: '/' },
          { label: device.territory, href: '/' },
          { label: device.site, href: '/' },
        ]}
        icon={IconServer2}
        title={device.name}
        subtitle={
          <>
            <span>
              {t(`kinds.${device.kind}`)} {device.vendor} {device.model}
            </span>
            <a href="/">{device.site}</a>
            <Copy text={device.address}>
              <Mono>{device.address}</Mono>
            </Copy>
          </>
        }
        state={{
          name: device.state,
          since: device.since,
          acknowledgedBy: device.acknowledgedBy ?? undefined,
        }}
        edit={() => setIsEditing(true)}
        actions={
          <Button variant="default" onClick={() => setIsEditing(true)}>
            {t('device.edit')}
          </Button>
        }
        attention={
          isWrong && (
            <Attention
              state={device.state}
              detail={t('text.downDetail')}
              action={<Button variant="default">{t('device.acknowledge')}</Button>}
            >
              {t('text.down')}
            </Attention>
          )
        }
        tabs={[
          { key: 'overview', label: t('text.overview'), render: () => <ExampleGraphs /> },
          {
            key: 'interfaces',
            label: t('text.interfaces'),
            count: 48,
            fills: true,
            render: () => (
              <List
                name={t('text.interfaces')}
                route="GET /gallery/devices"
                columns={columns}
                sort="name"
                empty={{ title: t('empty.title') }}
              />
            ),
          },
          {
            key: 'history',
            label: t('text.history'),
            render: () => <Timeline entries={exampleHistory(now())} />,
          },
        ]}
        facts={<DeviceFacts device={device} />}
      />
      {isEditing && <DeviceEdit device={device} close={() => setIsEditing(false)} />}
    </>
  )
}

function DeviceFacts({ device }: { device: Device }) {
  const { t } = useTranslation('gallery')
  const { mutateAsync } = useApiMutation('PATCH /gallery/devices/:id')
  const change = (field: 'serial' | 'notes' | 'name') => (value: string) =>
    mutateAsync({ id: device.id, [field]: value, ifMatch: device.version })
  return (
    <>
      <Facts
        title={t('text.identity')}
        facts={[
          { label: t('device.kind'), value: t(`kinds.${device.kind}`), source: 'SNMP', at: device.since },
          {
            label: t('device.model'),
            value: `${device.vendor} ${device.model}`,
            source: 'SNMP',
            at: device.since,
          },
          {
            label: t('device.serial'),
            value: <Mono>{device.serial}</Mono>,
            source: 'Yann Kervella',
            at: device.since,
            edit: { value: device.serial, save: change('serial') },
          },
          {
            label: t('device.notes'),
            value: device.notes,
            edit: { value: device.notes, save: change('notes'), isLong: true },
          },
        ]}
      />
      <Facts
        title={t('text.place')}
        facts={[
          { label: t('device.site'), value: <a href="/">{device.site}</a> },
          { label: t('device.level'), value: <Level level={device.level} base={device.baseLevel} /> },
          { label: t('device.responsible'), value: <PersonName name={device.responsible} href="/" /> },
          { label: t('device.tags'), value: device.tags.length > 0 ? <Tags tags={device.tags} /> : null },
        ]}
      />
    </>
  )
}

function DeviceEdit({ device, close }: { device: Device; close: () => void }) {
  const { t } = useTranslation('gallery')
  const route = 'GET /gallery/devices/:id' as const
  const form = useForm({
    draft: `device:${device.id}`,
    initial: { name: device.name, serial: device.serial, notes: device.notes },
    version: device.version,
    check: ({ name }) => ({ name: name.trim() === '' ? t('device.nameMissing') : undefined }),
    submit: (values, version) =>
      api('PATCH /gallery/devices/:id', { id: device.id, ...values }, { ifMatch: version ?? 0 }),
    reload: async () => {
      const { name, serial, notes, version } = await api(route, { id: device.id })
      return { values: { name, serial, notes }, version }
    },
  })
  return (
    <FormDrawer form={form} title={t('device.edit')} verb={t('device.edit')} onClose={close}>
      <TextField form={form} name="name" label={t('device.name')} required autoFocus />
      <TextField form={form} name="serial" label={t('device.serial')} help={t('device.serialHelp')} isMono />
      <TextField form={form} name="notes" label={t('device.notes')} isLong />
    </FormDrawer>
  )
}
