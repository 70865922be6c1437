import { useTranslation } from 'react-i18next'
import { Copy } from '../../components/Copy.tsx'
import { Level } from '../../components/Level.tsx'
import { Mono } from '../../components/Mono.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { State } from '../../components/State.tsx'
import { Tags } from '../../components/Tags.tsx'
import { Facts } from '../../detail.ts'
import type { Device } from '../operations.ts'

export function DevicePeek({ device }: { device: Device }) {
  const { t } = useTranslation('gallery')
  return (
    <>
      <h2 style={{ fontSize: 'var(--size-lead)', lineHeight: '24px', overflowWrap: 'anywhere' }}>
        {device.name}
      </h2>
      <p style={{ margin: '8px 0 16px' }}>
        <State state={device.state} as="badge" acknowledgedBy={device.acknowledgedBy ?? undefined} />
      </p>
      <Facts
        facts={[
          { label: t('device.kind'), value: t(`kinds.${device.kind}`) },
          {
            label: t('device.model'),
            value: `${device.vendor} ${device.model}`,
            source: 'SNMP',
            at: device.since,
          },
          {
            label: t('device.serial'),
            value: <Mono>{device.serial}</Mono>,
            source: 'SNMP',
            at: device.since,
          },
          {
            label: t('device.address'),
            value: (
              <Copy text={device.address}>
                <Mono>{device.address}</Mono>
              </Copy>
            ),
          },
          { label: t('device.site'), value: device.site },
          { label: t('device.level'), value: <Level level={device.level} base={device.baseLevel} /> },
          { label: t('device.responsible'), value: <PersonName name={device.responsible} /> },
          { label: t('device.tags'), value: device.tags.length > 0 ? <Tags tags={device.tags} /> : null },
          { label: t('device.notes'), value: device.notes },
        ]}
      />
    </>
  )
}
