import { useTranslation } from 'react-i18next'
import { StateShape } from '#web/components/StateShape.tsx'
import { useFormat } from '#web/format.ts'
import styles from './Counts.module.css'
import type { Preview } from './upload.ts'

const kinds = ['create', 'change', 'same', 'wrong'] as const

/** How many lines would do what. Only what is wrong has a colour. */
export function Counts({ plan }: { plan: Preview }) {
  const { t } = useTranslation('estate')
  const format = useFormat()
  return (
    <ul className={styles.counts} role="status">
      {kinds.map((kind) => (
        <li key={kind} data-none={plan.counts[kind] === 0 || undefined} data-kind={kind}>
          <b>{format.number(plan.counts[kind])}</b>
          <span>
            {kind === 'wrong' && plan.counts.wrong > 0 && <StateShape state="critical" size={11} />}
            {t(`import.count.${kind}`, { count: plan.counts[kind] })}
          </span>
        </li>
      ))}
    </ul>
  )
}
