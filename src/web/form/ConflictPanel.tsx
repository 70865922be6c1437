import { Button, Radio } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, Conflict } from './conflict.ts'
import styles from './ConflictPanel.module.css'
import type { Form } from './use-form.ts'

/** Somebody else changed the row meanwhile: what they did, and a choice where both changed the same. Nothing is lost. */
export function ConflictPanel<V extends object>({
  form,
  conflict,
  done,
}: {
  form: Form<V>
  conflict: Conflict<V>
  done: () => void
}) {
  const { t } = useTranslation('web')
  const [keepsTheirs, setKeepsTheirs] = useState<ReadonlySet<string>>(new Set())
  const both = conflict.changes.filter((change) => change.isBoth)
  const settle = async () => {
    const theirs = Object.fromEntries(
      [...keepsTheirs].map((name) => [name, conflict.theirs[name as keyof V]]),
    )
    if (await form.settle({ ...conflict.mine, ...theirs })) done()
  }
  return (
    <section className={styles.panel} aria-label={t('conflict.title')} tabIndex={-1} data-form-message>
      <div>
        <h3>{t('conflict.title')}</h3>
        <p className={styles.why}>{t(both.length > 0 ? 'conflict.choose' : 'conflict.apart')}</p>
      </div>
      <ul className={styles.changes}>
        {conflict.changes.map((change) => (
          <li key={change.name}>
            <strong>{form.labelOf(change.name)}</strong>
            {change.isBoth ? (
              <Choice
                change={change}
                isTheirs={keepsTheirs.has(change.name)}
                choose={(isTheirs) =>
                  setKeepsTheirs((before) => withOrWithout(before, change.name, isTheirs))
                }
              />
            ) : (
              <p className={styles.change}>
                <s>{wordOf(change.before)}</s>
                <IconArrowRight size={14} aria-hidden="true" />
                <span>{wordOf(change.theirs)}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button variant="default" onClick={form.discard}>
          {t('conflict.theirs')}
        </Button>
        <Button loading={form.isBusy} onClick={() => void settle()}>
          {t('conflict.both')}
        </Button>
      </div>
    </section>
  )
}

function Choice<V extends object>({
  change,
  isTheirs,
  choose,
}: {
  change: Change<V>
  isTheirs: boolean
  choose: (isTheirs: boolean) => void
}) {
  const { t } = useTranslation('web')
  return (
    <div className={styles.choice} role="radiogroup" aria-label={change.name}>
      <Radio
        size="xs"
        checked={!isTheirs}
        onChange={() => choose(false)}
        label={t('conflict.mine', { value: wordOf(change.mine) })}
      />
      <Radio
        size="xs"
        checked={isTheirs}
        onChange={() => choose(true)}
        label={t('conflict.their', { value: wordOf(change.theirs) })}
      />
    </div>
  )
}

function withOrWithout(names: ReadonlySet<string>, name: string, isIn: boolean): ReadonlySet<string> {
  const after = new Set(names)
  if (isIn) after.add(name)
  else after.delete(name)
  return after
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map(wordOf).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
