import { useTranslation } from 'react-i18next'
import { api, refetch, type Input } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormDrawer, NumberField, SelectField, TextField, useForm, type Choice } from '#web/form.ts'

const lists = {
  'POST /addresses/bulk': 'GET /addresses',
  'POST /interfaces/bulk': 'GET /interfaces',
  'POST /links/bulk': 'GET /links',
  'POST /circuits/bulk': 'GET /circuits',
} as const
export type BulkRoute = keyof typeof lists

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
  route: BulkRoute
  field: BulkField
  rows: readonly { id: string }[]
  close: () => void
  /** After it was written: unselects. */
  done: () => void
}

type Values = { text: string; number: number | null; choice: string | null }

/** Gives many rows one value: written at once, all or none, and taken back from the toast. */
export function BulkDrawer({ route, field, rows, close, done }: Props) {
  const { t } = useTranslation('network')
  const { field: name, label, help, choices, isNumber } = field
  const list = lists[route]
  const write = (ids: readonly string[], value: unknown, mode: 'all' | 'each') =>
    api(route, { ids, change: { [name]: value }, mode } as unknown as Input<BulkRoute>)
  const giveBack = async () => {
    const groups = Map.groupBy(rows, (row) => row[name as keyof typeof row] as unknown)
    for (const [value, group] of groups)
      await write(
        group.map(({ id }) => id),
        value,
        'each',
      )
    await refetch([list])
  }
  const form = useForm<Values>({
    draft: `bulk:${route}:${name}`,
    initial: { text: '', number: null, choice: null },
    check: (values) => ({ choice: choices && !values.choice ? t('bulk.choose') : undefined }),
    submit: async ({ text, number, choice }) => {
      const value = choices ? choice : isNumber ? number : text.trim()
      const { done: count } = await write(
        rows.map(({ id }) => id),
        value,
        'all',
      )
      toast({ message: t('bulk.done', { count }), undo: () => void giveBack() })
      await refetch([list])
    },
  })
  const shared = { form, label, help }
  return (
    <FormDrawer
      form={form}
      title={t('bulk.title', { count: rows.length, field: label })}
      verb={t('bulk.verb', { count: rows.length })}
      onClose={() => {
        form.discard()
        close()
      }}
      done={() => {
        close()
        done()
      }}
    >
      {choices && <SelectField {...shared} name="choice" choices={choices} required />}
      {!choices && isNumber && <NumberField {...shared} name="number" />}
      {!choices && !isNumber && <TextField {...shared} name="text" />}
    </FormDrawer>
  )
}
