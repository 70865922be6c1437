import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './DateTimeField.module.css'
import { readTyped, writeTyped } from './typed-date.ts'
import { useField, type FieldProps } from './use-field.ts'

interface Props<V extends object> extends FieldProps<V, string | null> {
  /** Without a time: `2026-11-27`. */
  isDate?: boolean
}

/**
 * A day, or a day and a time, written the same whatever the language of the browser; its calendar is a click away. The
 * value is `2026-11-27`, or an instant as ISO text in UTC; null while it is empty or no date.
 */
export function DateTimeField<V extends object>({ isDate = false, ...field }: Props<V>) {
  const { t } = useTranslation('web')
  const { form, name } = field
  const value = form.values[name] as string | null
  const [typed, setTyped] = useState(() => writeTyped(value, isDate))
  const calendar = useRef<HTMLInputElement>(null)
  const { onBlur, ...props } = useField<V, string | null>(field)
  const set = (text: string) => {
    setTyped(text)
    form.set(name, readTyped(text, isDate) as V[typeof name])
  }
  // What came from elsewhere (a draft, somebody else's change) takes the place of what was typed.
  const text = readTyped(typed, isDate) === value ? typed : writeTyped(value, isDate)
  return (
    <TextInput
      {...props}
      value={text}
      placeholder={t(isDate ? 'form.dateLike' : 'form.dateTimeLike')}
      autoComplete="off"
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={() => {
        if (value !== null) setTyped(writeTyped(value, isDate))
        onBlur()
      }}
      rightSection={
        <>
          <input
            ref={calendar}
            type={isDate ? 'date' : 'datetime-local'}
            className={styles.calendar}
            tabIndex={-1}
            aria-hidden="true"
            value={nativeOf(text, isDate)}
            onChange={(event) => set(writeNative(event.currentTarget.value, isDate))}
          />
          <ActionIcon
            size="sm"
            tabIndex={-1}
            aria-label={t('form.calendar')}
            disabled={props.disabled}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={16} />
          </ActionIcon>
        </>
      }
    />
  )
}

/** As the browser's own field takes it: `2026-11-27T14:30`. */
function nativeOf(text: string, isDate: boolean): string {
  const day = readTyped(text, true)
  if (day === null || isDate) return day ?? ''
  return `${day}T${writeTyped(readTyped(text, false), false).slice(-5)}`
}

const writeNative = (value: string, isDate: boolean) => writeTyped(readTyped(value, isDate), isDate)
