import i18next from 'i18next'
import { isProblem } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'

/** For a write without a form: says in a toast why it was refused. `mutate(input, tellFault)` */
export const tellFault = {
  onError(error: unknown): void {
    const says = isProblem(error) ? [error.title, error.detail].filter(Boolean).join(' ') : ''
    toast({ message: says || i18next.t('web:error.offline.title'), forMs: 8000 })
  },
}
