import { useTranslation } from 'react-i18next'
import { api, isProblem, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import type { LinkRow } from '../words.ts'

/** Removes links; the toast brings them back. What went wrong is told in a toast too. */
export function useRemoveLinks(): (rows: readonly LinkRow[]) => Promise<void> {
  const { t } = useTranslation('network')
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!isProblem(error)) throw error
      toast({ message: [error.title, error.detail].filter(Boolean).join(' ') || t('failed') })
    }
    await refetch(['GET /links'])
  }
  const giveBack = ({ ends, kind, circuitId, notes }: LinkRow) =>
    api('POST /links', { ends: [endOf(ends[0]), endOf(ends[1])], kind, circuitId, notes })
  return (rows) =>
    attempt(async () => {
      for (const { id } of rows) await api('DELETE /links/:id', { id })
      toast({
        message: t('links.removed', { count: rows.length }),
        undo: () => void attempt(async () => void (await Promise.all(rows.map(giveBack)))),
      })
    })
}

const endOf = ({ assetId, interfaceId }: LinkRow['ends'][number]) => ({ assetId, interfaceId })
