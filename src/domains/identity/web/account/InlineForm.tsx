import { Button } from '@mantine/core'
import { FormBody } from '#web/form/FormBody.tsx'
import type { Form } from '#web/form.ts'
import { keepFocus } from '../keep-focus.ts'
import styles from './InlineForm.module.css'

interface Props<V extends object> {
  form: Form<V>
  verb: string
  done?: () => void
  /** Not what the page is for: its button is not filled. */
  isQuiet?: boolean
  /** Only once something was typed. */
  needsChange?: boolean
  /** Somebody asked for this form and may leave it; without it the form is always there, among others. */
  cancel?: { label: string; run: () => void }
  children: React.ReactNode
}

/** A small form within a page, with its button below at the left. */
export function InlineForm<V extends object>({
  form,
  verb,
  done,
  isQuiet,
  needsChange,
  cancel,
  children,
}: Props<V>) {
  return (
    <FormBody
      form={form}
      done={() => done?.()}
      className={styles.form}
      isBeside={cancel === undefined}
      foot={
        <>
          {cancel && (
            <Button variant="default" onMouseDown={keepFocus} onClick={cancel.run}>
              {cancel.label}
            </Button>
          )}
          <Button
            type="submit"
            variant={isQuiet ? 'default' : 'filled'}
            loading={form.isBusy}
            disabled={needsChange && !form.isDirty}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </FormBody>
  )
}
