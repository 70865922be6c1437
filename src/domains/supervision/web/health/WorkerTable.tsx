import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { useFormat } from '#web/format.ts'
import type { Health } from './HealthPage.tsx'
import styles from './tables.module.css'

/** The processes that measure, a line each. */
export function WorkerTable({ workers }: { workers: Health['workers'] }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('health.name')}</th>
            {(['assets', 'checks', 'running', 'skipped', 'late', 'stored', 'pings'] as const).map(
              (column) => (
                <th key={column} scope="col" data-number>
                  {t(`health.${column}`)}
                </th>
              ),
            )}
            <th scope="col">{t('health.told')}</th>
          </tr>
        </thead>
        <tbody>
          {workers.map((worker) => (
            <tr key={worker.id}>
              <th scope="row">
                <Name name={worker.name} />
              </th>
              <td data-number>{format.number(worker.assets)}</td>
              <td data-number>{format.number(worker.checks)}</td>
              <td data-number>{format.number(worker.running)}</td>
              <td data-number>{format.number(worker.skipped)}</td>
              <td data-number>{format.duration(worker.latestMs)}</td>
              <td data-number>{format.number(worker.valuesStored)}</td>
              <td data-number>
                {format.number(worker.pings.sent)}
                <small>
                  {format.number(worker.pings.lost)} {t('health.lostPings')}
                </small>
              </td>
              <td>{worker.toldAt ? <Ago at={worker.toldAt} /> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A worker is named by its machine and the number of its process there. */
function Name({ name }: { name: string }) {
  const { t } = useTranslation('supervision')
  const [, machine, id] = /^(.*) (\d+)$/.exec(name) ?? []
  if (!machine) return name
  return (
    <>
      {machine}
      <small>{t('health.process', { id })}</small>
    </>
  )
}
