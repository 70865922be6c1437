import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useField, type FieldProps } from './use-field.ts'

export interface Choice {
  value: string
  label: string
  /** Whose it is, where that tells whose the new thing is. */
  organisationId?: string
}

interface Props<V extends object> extends FieldProps<V, string | null> {
  choices: readonly Choice[]
  placeholder?: string
  /** Null may be chosen. */
  isClearable?: boolean
  /** Besides taking the value: what follows from it. */
  chosen?: (value: string | null) => void
}

/** One of a few. Above eight, what is typed narrows them. */
export function SelectField<V extends object>({
  choices,
  placeholder,
  isClearable = false,
  chosen,
  ...field
}: Props<V>) {
  const { t } = useTranslation('web')
  const { form, name } = field
  return (
    <Select
      {...useField<V, string | null>(field)}
      data={[...choices]}
      value={form.values[name] as string | null}
      onChange={(value) => {
        form.set(name, value as V[typeof name])
        if (value !== form.values[name]) chosen?.(value)
      }}
      placeholder={placeholder ?? t('form.choose')}
      searchable={choices.length > 8}
      clearable={isClearable}
      allowDeselect={isClearable}
      nothingFoundMessage={t('list.noValue')}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  )
}
