import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { ownerOf } from './owner.ts'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, string> {
  /** What is there already and fits what is typed. */
  find: (typed: string) => Promise<readonly string[]>
  maxLength?: number
}

/** A line of text that may be new, with those that are there offered below while it is typed. */
export function SuggestField<V extends object>({ find, maxLength, ...field }: Props<V>) {
  const { form, name } = field
  const value = form.values[name] as string
  const [sought] = useDebouncedValue(value, 150)
  const { data = [] } = useQuery({
    queryKey: ['suggest', name, ownerOf(form), sought],
    queryFn: () => find(sought),
    placeholderData: (before) => before,
  })
  return (
    <Autocomplete
      {...useField<V, string>(field)}
      data={[...new Set(data)]}
      filter={({ options }) => options}
      value={value}
      onChange={(next) => form.set(name, next as V[typeof name])}
      openOnFocus={false}
      autoComplete="off"
      {...(maxLength ? { maxLength } : {})}
    />
  )
}
