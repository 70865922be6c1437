import { TextInput } from '@mantine/core'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, string | null> {
  /** Without a time: `2026-11-27`. */
  isDate?: boolean
}

/**
 * A day, or a day and a time, by the browser's own field. The value is `2026-11-27`, or an instant as ISO text in UTC;
 * null while it is empty.
 */
export function DateTimeField<V extends object>({ isDate = false, ...field }: Props<V>) {
  const { form, name } = field
  const value = form.values[name] as string | null
  return (
    <TextInput
      {...useField<V, string | null>(field)}
      type={isDate ? 'date' : 'datetime-local'}
      value={isDate ? (value ?? '') : localOf(value)}
      onChange={(event) => {
        const typed = event.currentTarget.value
        const next = typed === '' ? null : isDate ? typed : new Date(typed).toISOString()
        form.set(name, next as V[typeof name])
      }}
    />
  )
}

/** The instant in this machine's zone, as the browser's field wants it. */
function localOf(instant: string | null): string {
  if (!instant) return ''
  const at = new Date(instant)
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
