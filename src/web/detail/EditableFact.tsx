import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem.ts'
import styles from './EditableFact.module.css'

export interface FactEdit {
  /** As it is typed. */
  value: string
  /** Throws ApiProblem; its sentence is shown and what was typed stays. */
  save: (value: string) => Promise<unknown>
  /** One of these, instead of free text. */
  choices?: readonly { value: string; label: string }[]
  isLong?: boolean
}

/** A fact that becomes a field when pressed: Enter or leaving saves, Escape gives up. */
export function EditableFact({
  label,
  value,
  edit,
}: {
  label: string
  value: React.ReactNode
  edit: FactEdit
}) {
  const { t } = useTranslation('web')
  const [typed, setTyped] = useState<string>()
  const [fault, setFault] = useState<string>()
  const isSaving = useRef(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setTyped(undefined)
    setFault(undefined)
    requestAnimationFrame(() => button.current?.focus())
  }
  const save = async (next: string) => {
    if (isSaving.current) return
    if (next === edit.value) return close()
    isSaving.current = true
    try {
      await edit.save(next)
      close()
    } catch (error) {
      setFault(
        isProblem(error)
          ? (error.errors[0]?.message ?? (error.title || t('error.offline.title')))
          : t('error.page.title'),
      )
    }
    isSaving.current = false
  }
  if (typed === undefined)
    return (
      <button
        ref={button}
        type="button"
        className={styles.value}
        title={t('detail.change', { label })}
        onClick={() => setTyped(edit.value)}
      >
        <span>
          {value === null || value === undefined || value === '' ? (
            <span className={styles.none}>{t('detail.add')}</span>
          ) : (
            value
          )}
        </span>
        <IconPencil size={14} className={styles.pencil} aria-hidden="true" />
        <span className="unseen">{t('detail.change', { label })}</span>
      </button>
    )
  const props = {
    'aria-label': label,
    value: typed,
    error: fault,
    autoFocus: true,
    onBlur: () => void save(typed),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape') close()
      if (event.key === 'Enter' && (!edit.isLong || event.ctrlKey || event.metaKey)) void save(typed)
    },
  }
  if (edit.choices)
    return (
      <NativeSelect
        {...props}
        data={[...edit.choices]}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          void save(event.currentTarget.value)
        }}
      />
    )
  const Field = edit.isLong ? Textarea : TextInput
  return (
    <Field
      {...props}
      onChange={(event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value)}
    />
  )
}
