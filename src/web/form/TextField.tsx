import { Textarea, TextInput, type TextInputProps } from '@mantine/core'
import { SecretInput } from './SecretInput.tsx'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, string> {
  placeholder?: string
  /** Addresses, serials: the monospaced face. */
  isMono?: boolean
  /** Several lines. */
  isLong?: boolean
  /** Hidden while typed. */
  isSecret?: boolean
  type?: 'text' | 'email' | 'tel' | 'url'
  autoComplete?: string
  maxLength?: number
}

/** A line of text, several, or a password. */
export function TextField<V extends object>({
  placeholder,
  isMono,
  isLong,
  isSecret,
  type = 'text',
  autoComplete = 'off',
  maxLength,
  ...field
}: Props<V>) {
  const { form, name } = field
  const props = {
    ...useField<V, string>(field),
    value: form.values[name] as string,
    onChange: (event: { currentTarget: { value: string } }) =>
      form.set(name, event.currentTarget.value as V[typeof name]),
    autoComplete,
    ...(placeholder ? { placeholder } : {}),
    ...(maxLength ? { maxLength } : {}),
  }
  const mono = isMono ? { styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)' } } } : {}
  if (isSecret) return <SecretInput {...props} />
  if (isLong) return <Textarea autosize minRows={3} maxRows={14} {...props} />
  return (
    <TextInput
      type={type as TextInputProps['type']}
      {...mono}
      {...props}
      spellCheck={isMono ? false : undefined}
    />
  )
}
