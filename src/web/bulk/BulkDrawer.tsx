import { useTranslation } from 'react-i18next'
import { refetch, type ReadRoute } from '../api.ts'
import { toast } from '../components/toast.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { useForm, type Faults, type Form } from '../form/use-form.ts'
import { giveBack, writeAll, type BulkRoute, type Change } from './write-all.ts'

interface Props<R extends BulkRoute, Row extends { id: string }, V extends object> {
  route: R
  rows: readonly Row[]
  title: string
  close: () => void
  /** After it was written: unselects. */
  done: () => void
  first: V
  changeOf: (values: V) => Change<R>
  /** What gives a row back what it had. */
  before: (row: Row, written: V) => Change<R>
  check?: ((values: V) => Faults<V>) | undefined
  children: (form: Form<V>) => React.ReactNode
}

/** Gives many rows one value: written at once, all or none, and taken back from the toast. */
export function BulkDrawer<R extends BulkRoute, Row extends { id: string }, V extends object>({
  route,
  rows,
  title,
  close,
  done,
  first,
  changeOf,
  before,
  check,
  children,
}: Props<R, Row, V>) {
  const { t } = useTranslation('web')
  const list = route.replace(/^POST (.*)\/bulk$/, 'GET $1') as ReadRoute
  const form = useForm<V>({
    draft: `bulk:${title}`,
    initial: first,
    check,
    submit: async (values) => {
      const ids = rows.map(({ id }) => id)
      const count = await writeAll(route, ids, changeOf(values), 'all')
      toast({
        message: t('bulk.done', { count }),
        undo: () => void giveBack(route, rows, (row) => before(row, values)).then(() => refetch([list])),
      })
      await refetch([list])
    },
  })
  return (
    <FormDrawer
      form={form}
      title={title}
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
      {children(form)}
    </FormDrawer>
  )
}
