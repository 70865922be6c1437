import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '#web/form.ts'
import { ownerOf, takeOwner } from '#web/form/owner.ts'
import { useField, type FieldProps } from '#web/form/use-field.ts'

interface Props<V extends object> extends FieldProps<V, string[]> {
  /** Those that fit what is typed. */
  find: (typed: string) => Promise<readonly Choice[]>
  /** The words of the values that are set at first. */
  current: readonly Choice[]
}

/** Several of many rows of the API, found by typing. */
export function EntitiesField<V extends object>({ find, current, ...field }: Props<V>) {
  const { t } = useTranslation('web')
  const { form, name } = field
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<readonly Choice[]>(current)
  const [sought] = useDebouncedValue(typed, 150)
  const { data = [], isFetching } = useQuery({
    queryKey: ['find many', name, ownerOf(form), sought],
    queryFn: () => find(sought),
    placeholderData: (before) => before,
  })
  const values = form.values[name] as string[]
  const chosen = known.filter(({ value }) => values.includes(value))
  const others = data.filter(({ value }) => !values.includes(value))
  return (
    <MultiSelect
      {...useField<V, string[]>(field)}
      data={[...chosen, ...others]}
      filter={({ options }) => options}
      value={values}
      onChange={(next) => {
        setKnown((before) => [
          ...before,
          ...data.filter(({ value }) => next.includes(value) && !before.some((one) => one.value === value)),
        ])
        form.set(name, next as V[typeof name])
        takeOwner(
          form,
          data.find(({ value }) => next.includes(value)),
        )
      }}
      searchable
      onSearchChange={setTyped}
      hidePickedOptions
      placeholder={values.length === 0 ? t('form.find') : ''}
      nothingFoundMessage={isFetching ? t('loading') : t('list.noValue')}
    />
  )
}
