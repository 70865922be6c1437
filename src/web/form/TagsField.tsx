import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, string[]> {
  /** Words already in use, offered while typing. */
  known?: readonly string[]
}

/** Several words: tags, addresses. A comma or Enter ends each. */
export function TagsField<V extends object>({ known = [], ...field }: Props<V>) {
  const { t } = useTranslation('web')
  const { form, name } = field
  return (
    <TagsInput
      {...useField<V, string[]>(field)}
      data={[...known]}
      value={form.values[name] as string[]}
      onChange={(value) => form.set(name, value as V[typeof name])}
      splitChars={[',', ';']}
      placeholder={t('form.addTag')}
    />
  )
}
