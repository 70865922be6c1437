import { IconAlertCircle, IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import styles from './FormMessage.module.css'
import type { Form } from './use-form.ts'

/** One sentence above the fields: what is wrong, or that what is shown was typed before. */
export function FormMessage<V extends object>({ form }: { form: Form<V> }) {
  const { t } = useTranslation('web')
  const format = useFormat()
  const { problem, faults } = form
  // What is wrong with fields is said at them; above stands which they are, whoever found it.
  const placed = problem?.code === 'invalid-input' && problem.errors.length > 0 && unplaced(form).length === 0
  const wrong = placed ? [...new Set(problem.errors.map(({ field }) => field.split('.')[0]!))] : faults
  const says =
    problem && !placed
      ? [
          problem.title || t(problem.status === 0 ? 'error.offline.title' : 'error.server.title'),
          problem.detail,
          ...unplaced(form),
        ]
      : wrong.length > 0
        ? [
            t('form.wrong', {
              count: wrong.length,
              fields: format.list(wrong.map((name) => form.labelOf(name))),
            }),
          ]
        : []
  if (says.length > 0)
    return (
      <div role="alert" tabIndex={-1} data-form-message className={styles.message} data-kind="fault">
        <IconAlertCircle size={18} aria-hidden="true" />
        <p>{says.filter(Boolean).join(' ')}</p>
      </div>
    )
  if (!form.isDraft) return null
  return (
    <div role="status" className={styles.message} data-kind="draft">
      <IconHistory size={18} aria-hidden="true" />
      <p>
        {t('form.draft')}{' '}
        <button type="button" onClick={form.discard}>
          {t('form.discard')}
        </button>
      </p>
    </div>
  )
}

/** What the server says of fields that the form does not have. */
function unplaced<V extends object>({ problem, values }: Form<V>): string[] {
  return (problem?.errors ?? [])
    .filter(({ field }) => !(field.split('.')[0]! in values))
    .map(({ field, message }) => `${field}\u00a0: ${message}`)
}
