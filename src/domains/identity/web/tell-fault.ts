import i18next from 'i18next'
import { isProblem, refetch, type ReadRoute } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'

function tell(error: unknown): void {
  const says = isProblem(error) ? [error.title, error.detail].filter(Boolean).join(' ') : ''
  toast({ message: says || i18next.t('web:error.offline.title'), forMs: 8000 })
}

/** For a write without a form: says in a toast why it was refused. `mutate(input, tellFault)` */
export const tellFault = { onError: tell }

/** For the undo in a toast, which outlives the component that offered it. */
export async function undo(write: () => Promise<unknown>, reads: readonly ReadRoute[]): Promise<void> {
  try {
    await write()
    await refetch(reads)
  } catch (error) {
    tell(error)
  }
}
