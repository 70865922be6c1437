import { useEffect, useRef } from 'react'
import { ConflictPanel } from './ConflictPanel.tsx'
import styles from './FormBody.module.css'
import { FormMessage } from './FormMessage.tsx'
import { useFirstField } from './use-first-field.ts'
import type { Form } from './use-form.ts'

const isRetyped = ({ type, autocomplete }: HTMLInputElement) =>
  type === 'password' || autocomplete === 'one-time-code'

interface Props<V extends object> {
  form: Form<V>
  /** After it was taken. */
  done: () => void
  children: React.ReactNode
  /** Buttons, below. */
  foot: React.ReactNode
  className?: string | undefined
  /** One of several things on a page: the keyboard stays where it is. */
  isBeside?: boolean
}

/** The form itself: one sentence above where something is wrong, the fields, the buttons. */
export function FormBody<V extends object>({
  form,
  done,
  children,
  foot,
  className,
  isBeside = false,
}: Props<V>) {
  const place = useRef<HTMLFormElement>(null)
  useFirstField(place, !isBeside)
  const hasFault = form.faults.length > 0 || form.problem !== undefined || form.conflict !== undefined
  const tries = useRef(0)
  const submit = async () => {
    tries.current++
    if (await form.submit()) done()
  }
  // The first field that is wrong has the keyboard: nobody has to look for it.
  useEffect(() => {
    if (!hasFault || tries.current === 0) return
    const wrong = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = wrong ?? place.current?.querySelector<HTMLElement>('[data-form-message]')
    target?.focus()
    // A code or a password that was wrong is typed anew: the next key takes its place.
    if (target instanceof HTMLInputElement && isRetyped(target)) target.select()
    target?.scrollIntoView({ block: 'center' })
  }, [hasFault, form.isBusy])
  return (
    <form
      ref={place}
      noValidate
      className={[styles.form, className].filter(Boolean).join(' ')}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (!form.isBusy) void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <div className={styles.fields}>
        <FormMessage form={form} />
        {form.conflict ? <ConflictPanel form={form} conflict={form.conflict} done={done} /> : children}
      </div>
      {!form.conflict && (
        <div className={styles.foot} data-form-foot>
          {foot}
        </div>
      )}
    </form>
  )
}
