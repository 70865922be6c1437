import { Switch } from '@mantine/core'
import { useField, type FieldProps } from './use-field.ts'

/** Yes or no; it takes effect when the form is sent. */
export function SwitchField<V extends object>(field: FieldProps<V, boolean>) {
  const { form, name } = field
  const { withAsterisk: _mark, inputWrapperOrder: _order, ...props } = useField<V, boolean>(field)
  return (
    <Switch
      {...props}
      checked={form.values[name] as boolean}
      onChange={(event) => form.set(name, event.currentTarget.checked as V[typeof name])}
    />
  )
}
