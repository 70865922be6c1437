import { useTranslation } from 'react-i18next'
import { api, refetch, type Input, type Output } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormDrawer, useForm, type Form } from '#web/form.ts'
import type { Faults } from '#web/form/use-form.ts'
import { giveBack } from '../bulk-undo.ts'

type BulkRoute = 'POST /sites/bulk' | 'POST /assets/bulk'
type Change<R extends BulkRoute> = Input<R>['change']

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
  const { t } = useTranslation('estate')
  const list = route === 'POST /sites/bulk' ? ('GET /sites' as const) : ('GET /assets' as const)
  const form = useForm<V>({
    draft: `bulk:${title}`,
    initial: first,
    check,
    submit: async (values) => {
      const input = { ids: rows.map(({ id }) => id), change: changeOf(values), mode: 'all' }
      const answer = (await api(route, input as Input<R>)) as Output<BulkRoute>
      toast({
        message: t('bulk.done', { count: answer.done }),
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
