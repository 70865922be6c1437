import { useTranslation } from 'react-i18next'
import { isProblem, useApiMutation } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { useFormat } from '#web/format.ts'
import type { ProposalRow } from '../words.ts'

const touched = ['GET /proposals', 'GET /assets'] as const

/** Takes proposals over or leaves them out, and says what was done. */
export function useDecide() {
  const { t } = useTranslation('inventory')
  const format = useFormat()
  const accepting = useApiMutation('POST /proposals/accept', { refetches: touched })
  const ignoring = useApiMutation('POST /proposals/ignore', { refetches: touched })
  const told = (key: 'accepted' | 'ignored', done: () => void) => ({
    onSuccess: ({ done: count, refused }: { done: number; refused: { address: string }[] }) => {
      toast({ message: t(`proposals.${key}`, { count }) })
      const addresses = format.list(refused.map(({ address }) => address))
      if (refused.length > 0) toast({ message: t('proposals.refused', { count: refused.length, addresses }) })
      done()
    },
    onError: (error: unknown) => toast({ message: isProblem(error) ? error.title : String(error) }),
  })
  const idsOf = (rows: readonly ProposalRow[]) => rows.map(({ id }) => id)
  return {
    isBusy: accepting.isPending || ignoring.isPending,
    accept: (rows: readonly ProposalRow[], done = () => {}) =>
      accepting.mutate({ ids: idsOf(rows) }, told('accepted', done)),
    ignore: (rows: readonly ProposalRow[], done = () => {}) =>
      ignoring.mutate({ ids: idsOf(rows) }, told('ignored', done)),
    acceptIdentified: (discoveryId: string, done = () => {}) =>
      accepting.mutate({ discoveryId, isIdentified: true }, told('accepted', done)),
  }
}
