import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { SelectField, type Choice, type Form } from '#web/form.ts'
import type { FieldProps } from '#web/form/use-field.ts'
import { useCan } from '#web/session.ts'

interface Props<V extends object> extends FieldProps<V, string | null> {
  form: Form<V>
  /** Whose interface; nothing can be chosen before. */
  assetId: string | null
  /** What is set at first, which a discovery may no longer find. */
  current?: Choice | undefined
}

/** One interface of an asset; it is unset when another asset is chosen. */
export function InterfaceField<V extends object>({ assetId, current, ...field }: Props<V>) {
  const { t } = useTranslation('network')
  const { form, name } = field
  const isKnown = useCan()('interface.read') && assetId !== null
  const { data } = useApi(
    'GET /interfaces',
    { assetId: assetId ?? '', sort: 'ifIndex', limit: 500 },
    { enabled: isKnown },
  )
  const choices = (data?.items ?? []).map(({ id, name: called, alias }) => ({
    value: id,
    label: alias ? `${called} (${alias})` : called,
  }))
  if (current && !choices.some(({ value }) => value === current.value)) choices.unshift(current)
  const value = form.values[name] as string | null
  const isStray =
    value !== null &&
    (assetId === null || (data !== undefined && !choices.some((one) => one.value === value)))
  useEffect(() => {
    if (isStray) form.set(name, null as V[typeof name])
  }, [isStray, form, name])
  return (
    <SelectField
      {...field}
      choices={choices}
      isClearable
      isDisabled={choices.length === 0}
      placeholder={
        assetId === null
          ? t('interfaces.assetFirst')
          : choices.length === 0
            ? t('interfaces.none')
            : t('interfaces.whole')
      }
    />
  )
}
