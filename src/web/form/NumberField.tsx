import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, number | null> {
  min?: number
  max?: number
  /** Figures after the comma; 0 unless said. */
  digits?: number
  /** Behind the number: `s`, `%`. */
  unit?: string
}

/** A number, or null while the field is empty. */
export function NumberField<V extends object>({ min, max, digits = 0, unit, ...field }: Props<V>) {
  const { i18n } = useTranslation('web')
  const { form, name } = field
  const isFrench = i18n.language === 'fr'
  return (
    <NumberInput
      {...useField<V, number | null>(field)}
      value={(form.values[name] as number | null) ?? ''}
      onChange={(value) => form.set(name, (value === '' ? null : Number(value)) as V[typeof name])}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      decimalScale={digits}
      decimalSeparator={isFrench ? ',' : '.'}
      // A quantity has a unit; a port or a number of tries is written in one piece.
      thousandSeparator={unit ? (isFrench ? '\u202f' : ',') : ''}
      clampBehavior="none"
      hideControls
      suffix={unit ? `\u00a0${unit}` : ''}
    />
  )
}
