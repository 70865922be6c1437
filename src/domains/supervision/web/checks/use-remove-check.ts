import { useTranslation } from 'react-i18next'
import { api, isProblem, refetch, type Input } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import type { CheckItem } from '../words.ts'

/** Takes away a check that was given by hand; the toast gives it back. */
export function useRemoveCheck(): (check: CheckItem) => Promise<void> {
  const { t } = useTranslation('supervision')
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!isProblem(error)) throw error
      toast({ message: t('alerts.failed', { why: error.message }) })
    }
    await refetch(['GET /checks', 'GET /assets/:id/state'])
  }
  const giveBack = async ({ assetId, template, name, settings, intervalS }: CheckItem) => {
    await api('POST /checks', { assetId, template, name, settings, intervalS } as Input<'POST /checks'>)
  }
  return (check) =>
    attempt(async () => {
      await api('DELETE /checks/:id', { id: check.id }, { ifMatch: check.version })
      toast({
        message: t('service.removed', { name: check.name }),
        undo: () => void attempt(() => giveBack(check)),
      })
    })
}
