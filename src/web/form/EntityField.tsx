import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownerOf, takeOwner } from './owner.ts'
import type { Choice } from './SelectField.tsx'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, string | null> {
  /** Those that fit what is typed: `(q) => api('GET /sites', { q, limit: 20 }).then(({ items }) => items.map(…))`. */
  find: (typed: string) => Promise<readonly Choice[]>
  /** The word of the value that is set at first. */
  current?: Choice | undefined
  isClearable?: boolean
}

/** One of many rows of the API: an asset, a site, a person; found by typing. */
export function EntityField<V extends object>({ find, current, isClearable = false, ...field }: Props<V>) {
  const { t } = useTranslation('web')
  const { form, name } = field
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(current)
  const [sought] = useDebouncedValue(typed, 150)
  // What stands in the box after a choice is its name, and nothing to look for.
  const question = sought === chosen?.label ? '' : sought
  const { data = [], isFetching } = useQuery({
    queryKey: ['find', name, ownerOf(form), question],
    queryFn: () => find(question),
    placeholderData: (before) => before,
  })
  const value = form.values[name] as string | null
  const known =
    chosen && chosen.value === value && !data.some((choice) => choice.value === value)
      ? [chosen, ...data]
      : data
  return (
    <Select
      {...useField<V, string | null>(field)}
      data={[...known]}
      filter={({ options }) => options}
      value={value}
      onChange={(next) => {
        const choice = known.find(({ value: each }) => each === next)
        setChosen(choice)
        form.set(name, next as V[typeof name])
        takeOwner(form, choice)
      }}
      searchable
      onSearchChange={setTyped}
      clearable={isClearable}
      allowDeselect={isClearable}
      placeholder={t('form.find')}
      nothingFoundMessage={isFetching ? t('loading') : t('list.noValue')}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  )
}
