import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { TextField, type Form } from '#web/form.ts'
import type { NewField } from '#web/slots.tsx'
import { useAssetSlots } from '../asset-slots.ts'
import type { AssetValues } from './values.ts'

/** What is typed of fields that other domains add to a new asset, by their names. */
export type NewValues = AssetValues & Record<string, unknown>

export function useNewFields(): readonly NewField[] {
  return useAssetSlots().flatMap(({ newField }) => newField ?? [])
}

export const typedIn = (values: NewValues, { name }: NewField) => String(values[name] ?? '').trim()

/** The asset's own values: the others are for those who added them. */
export function ownValues(values: NewValues, fields: readonly NewField[]): AssetValues {
  const names = new Set(fields.map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name))) as AssetValues
}

/** What is wrong with them; nothing needs to be typed. */
export function faultsOfNew(values: NewValues, fields: readonly NewField[], t: TFunction<never>) {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const typed = typedIn(values, field)
      const key = typed && field.faultKey?.(typed)
      return key ? [[field.name, (t as (key: string) => string)(key)]] : []
    }),
  )
}

export function NewFields({ form, fields }: { form: Form<NewValues>; fields: readonly NewField[] }) {
  const { t } = useTranslation()
  const own = form as unknown as Form<Record<string, string>>
  return fields.map(({ name, labelKey, helpKey, isMono = false }) => (
    <TextField
      key={name}
      form={own}
      name={name}
      label={t(labelKey)}
      help={helpKey && t(helpKey)}
      isMono={isMono}
    />
  ))
}
