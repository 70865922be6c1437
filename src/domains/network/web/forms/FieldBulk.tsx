import { useTranslation } from 'react-i18next'
import { BulkDrawer, type BulkRoute } from '#web/bulk.ts'
import { NumberField, SelectField, TextField, type Choice } from '#web/form.ts'

export type NetworkBulkRoute = Extract<
  BulkRoute,
  'POST /addresses/bulk' | 'POST /interfaces/bulk' | 'POST /links/bulk' | 'POST /circuits/bulk'
>

/** A field that many rows may be given one value of: one of some, a number, else text. */
export interface BulkField {
  /** The API's name for it. */
  field: string
  label: string
  help?: string
  choices?: readonly Choice[]
  isNumber?: boolean
}

interface Props {
  route: NetworkBulkRoute
  field: BulkField
  rows: readonly { id: string }[]
  close: () => void
  /** After it was written: unselects. */
  done: () => void
}

type Values = { text: string; number: number | null; choice: string | null }

/** Gives many rows one value of one field. */
export function FieldBulk({ route, field, rows, close, done }: Props) {
  const { t } = useTranslation('network')
  const { field: name, label, help, choices, isNumber } = field
  return (
    <BulkDrawer
      route={route}
      rows={rows}
      title={t('bulk.title', { count: rows.length, field: label })}
      close={close}
      done={done}
      first={{ text: '', number: null, choice: null } as Values}
      check={({ choice }) => ({ choice: choices && !choice ? t('bulk.choose') : undefined })}
      changeOf={({ text, number, choice }) => ({
        [name]: choices ? choice : isNumber ? number : text.trim(),
      })}
      before={(row) => ({ [name]: row[name as keyof typeof row] })}
    >
      {(form) => {
        const shared = { form, label, help }
        if (choices) return <SelectField {...shared} name="choice" choices={choices} required />
        return isNumber ? <NumberField {...shared} name="number" /> : <TextField {...shared} name="text" />
      }}
    </BulkDrawer>
  )
}
