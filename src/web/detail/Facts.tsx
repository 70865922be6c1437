import { useTranslation } from 'react-i18next'
import { Tooltip } from '@mantine/core'
import { Ago } from '../components/Ago.tsx'
import type { Instant } from '../format.ts'
import { EditableFact, type FactEdit } from './EditableFact.tsx'
import styles from './Facts.module.css'

export interface Fact {
  label: string
  /** Null or undefined where it is not known. */
  value: React.ReactNode
  /** Where it comes from: `SNMP`, `Import CSV`, a person's name. */
  source?: string | undefined
  at?: Instant | undefined
  /** Lets the person change it where it stands. */
  edit?: FactEdit | undefined
  /** Where it cannot be given in place: opens the form that takes it, while it is not known. */
  add?: (() => void) | undefined
}

/** Facts in a column: each says where it comes from and how old it is, and is changed where it stands. */
export function Facts({ title, facts }: { title?: string; facts: readonly Fact[] }) {
  return (
    <section className={styles.facts}>
      {title && <h2 className={styles.title}>{title}</h2>}
      <dl>
        {facts.map((fact) => (
          <div key={fact.label} className={styles.fact}>
            <dt>
              <Origin fact={fact} />
            </dt>
            <dd>
              {fact.edit ? (
                <EditableFact label={fact.label} value={fact.value} edit={fact.edit} />
              ) : (
                <Shown label={fact.label} value={fact.value} add={fact.add} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Shown({ label, value, add }: Pick<Fact, 'label' | 'value' | 'add'>) {
  const { t } = useTranslation('web')
  if (value !== null && value !== undefined && value !== '') return value
  if (add)
    return (
      <button type="button" className={styles.add} title={t('detail.change', { label })} onClick={add}>
        {t('detail.add')} <span className="unseen">{label}</span>
      </button>
    )
  return (
    <span className={styles.none} aria-label={t('detail.unknown')}>
      —
    </span>
  )
}

function Origin({ fact: { label, source, at } }: { fact: Fact }) {
  const { t } = useTranslation('web')
  if (!source && at === undefined) return label
  return (
    <Tooltip
      position="bottom-start"
      label={
        <>
          {source ? t('detail.from', { source }) : t('detail.read')} {at !== undefined && <Ago at={at} />}
        </>
      }
      events={{ hover: true, focus: true, touch: true }}
    >
      <span className={styles.origin} tabIndex={0}>
        {label}
      </span>
    </Tooltip>
  )
}
