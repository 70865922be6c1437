import { useTranslation } from 'react-i18next'
import styles from './GraphLegend.module.css'
import type { Statistics } from './statistics.ts'
import type { Curve } from './types.ts'

interface Props {
  curves: readonly Curve[]
  statistics: ReadonlyMap<string, Statistics>
  write: (value: number) => string
  /** The point under the cursor. */
  at: number | null
  hidden: ReadonlySet<string>
  toggle: (key: string) => void
}

const columns = ['last', 'min', 'max', 'p95'] as const

/** What the curves are, as a table: it is also what a screen reader has of the graph. A name hides or shows its curve. */
export function GraphLegend({ curves, statistics, write, at, hidden, toggle }: Props) {
  const { t } = useTranslation('web')
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : write(value)
  return (
    <table className={styles.legend}>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('graph.curve')}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" title={column === 'p95' ? t('graph.p95Is') : undefined}>
              {column === 'last' && at !== null ? t('graph.here') : t(`graph.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {curves.map(({ key, label, values }, index) => {
          const known = statistics.get(key)
          return (
            <tr key={key} data-hidden={hidden.has(key) || undefined}>
              <th scope="row">
                <button type="button" aria-pressed={!hidden.has(key)} onClick={() => toggle(key)}>
                  <i style={{ background: `var(--series-${(index % 8) + 1})` }} />
                  <span>{label}</span>
                </button>
              </th>
              {columns.map((column) => (
                <td key={column}>{cell(column === 'last' && at !== null ? values[at] : known?.[column])}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
