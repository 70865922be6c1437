import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCrumbs, type Crumb } from '../frame/crumbs.ts'
import { go } from '../navigate.ts'
import { useTitle } from '../title.ts'
import { FormBody } from './FormBody.tsx'
import styles from './FormPage.module.css'
import type { Form } from './use-form.ts'

interface Props<V extends object> {
  form: Form<V>
  title: string
  crumbs?: readonly Crumb[]
  verb: string
  /** Where "Cancel" goes. */
  cancel: string
  done: () => void
  /** `FormSection`s. */
  children: React.ReactNode
}

/** A form of many fields, in sections. */
export function FormPage<V extends object>({
  form,
  title,
  crumbs = [],
  verb,
  cancel,
  done,
  children,
}: Props<V>) {
  const { t } = useTranslation('web')
  useTitle(title)
  useCrumbs(crumbs)
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <FormBody
        form={form}
        done={done}
        className={styles.form}
        foot={
          <>
            <Button variant="default" onClick={() => go(cancel)}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={form.isBusy}>
              {verb}
            </Button>
          </>
        }
      >
        {children}
      </FormBody>
    </div>
  )
}
