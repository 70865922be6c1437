import { NumberInput } from '@mantine/core'
import type { ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { pointedNumber } from './pointed-number.ts'
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
  const set = (value: number | null) => form.set(name, value as V[typeof name])
  const paste = (event: ClipboardEvent) => {
    const value = pointedNumber(event.clipboardData.getData('text'))
    if (!isFrench || value === undefined) return
    event.preventDefault()
    set(value)
  }
  return (
    <NumberInput
      {...useField<V, number | null>(field)}
      value={(form.values[name] as number | null) ?? ''}
      onChange={(value) => set(value === '' ? null : Number(value))}
      onPaste={paste}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      decimalScale={digits}
      decimalSeparator={isFrench ? ',' : '.'}
      // A quantity has a unit; a port or a number of tries is written in one piece.
      thousandSeparator={unit ? (isFrench ? '\u202f' : ',') : ''}
      // A point is what the keypad types and what maps and programs give.
      allowedDecimalSeparators={isFrench ? [',', '.'] : ['.']}
      clampBehavior="none"
      hideControls
      suffix={unit ? `\u00a0${unit}` : ''}
    />
  )
}
