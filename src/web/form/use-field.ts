import { useEffect } from 'react'
import { afterPress } from './after-press.ts'
import type { Form } from './use-form.ts'

/** Names of the fields that hold a certain type. */
export type NameOf<V, T> = { [K in keyof V & string]: V[K] extends T ? K : never }[keyof V & string]

/** What every field takes. */
export interface FieldProps<V extends object, T> {
  form: Form<V>
  name: NameOf<V, T>
  label: string
  /** Beside what is hard; always there, not only on hover. */
  help?: React.ReactNode
  required?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
}

/** What Mantine's inputs have in common. */
export function useField<V extends object, T>({
  form,
  name,
  label,
  help,
  required,
  isDisabled,
  autoFocus,
}: FieldProps<V, T>) {
  useEffect(() => form.label(name, label), [form, name, label])
  return {
    name,
    label,
    description: help,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as (
      | 'label'
      | 'input'
      | 'error'
      | 'description'
    )[],
    withAsterisk: required ?? false,
    'aria-required': required,
    disabled: isDisabled ?? false,
    error: form.errorOf(name),
    onBlur: () => afterPress(() => form.leave(name)),
    ...(autoFocus ? { 'data-autofocus': true } : {}),
  }
}
