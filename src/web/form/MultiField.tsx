import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Choice } from './SelectField.tsx'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, string[]> {
  choices: readonly Choice[]
}

/** Several of a few. */
export function MultiField<V extends object>({ choices, ...field }: Props<V>) {
  const { t } = useTranslation('web')
  const { form, name } = field
  return (
    <MultiSelect
      {...useField<V, string[]>(field)}
      data={[...choices]}
      value={form.values[name] as string[]}
      onChange={(value) => form.set(name, value as V[typeof name])}
      searchable={choices.length > 8}
      placeholder={(form.values[name] as string[]).length === 0 ? t('form.choose') : ''}
      nothingFoundMessage={t('list.noValue')}
      hidePickedOptions
    />
  )
}
