import { useTranslation } from 'react-i18next'
import { None } from '#web/components/None.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { useFormat } from '#web/format.ts'
import type { Health } from './HealthPage.tsx'
import styles from './tables.module.css'

/** Devices that gave nothing when they were last asked, or took long, and why. */
export function TroubledTable({ devices }: { devices: Health['troubled'] }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('health.asset')}</th>
            <th scope="col">{t('health.address')}</th>
            <th scope="col">{t('health.fault')}</th>
            <th scope="col" data-number>
              {t('health.duration')}
            </th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.assetId}>
              <th scope="row">
                <Link href={`/assets/${device.assetId}`}>{device.assetName}</Link>
              </th>
              <td>
                <Mono>{device.address}</Mono>
              </td>
              <td>
                {!device.fault
                  ? t('health.slow')
                  : device.fault === 'timeout'
                    ? t('health.waited', { duration: format.duration(device.ms) })
                    : t(`health.faults.${device.fault}`)}
              </td>
              <td data-number>{device.fault ? <None /> : format.duration(device.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
