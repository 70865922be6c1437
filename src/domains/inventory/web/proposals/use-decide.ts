import { useTranslation } from 'react-i18next'
import { isProblem, useApiMutation, type Output } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { useFormat } from '#web/format.ts'
import type { ProposalRow } from '../words.ts'

const touched = ['GET /proposals', 'GET /assets', 'GET /addresses'] as const

type Refused = Output<'POST /proposals/accept'>['refused'][number]

/** Takes proposals over or leaves them out, and says what was done. */
export function useDecide() {
  const { t } = useTranslation('inventory')
  const format = useFormat()
  const accepting = useApiMutation('POST /proposals/accept', { refetches: touched })
  const ignoring = useApiMutation('POST /proposals/ignore', { refetches: touched })
  const tellRest = (refused: readonly Refused[]) => {
    const asking = refused.filter(({ code, holder }) => code === 'conflict' && holder)
    const others = refused.filter((one) => !asking.includes(one))
    const held = asking.map(({ address, holder }) =>
      t('proposals.heldBy', { address, asset: holder?.name ?? '' }),
    )
    const said = (key: 'asks' | 'refused', addresses: string[]) =>
      toast({
        message: t(`proposals.${key}`, { count: addresses.length, addresses: format.list(addresses) }),
        forMs: 10_000,
      })
    if (held.length > 0) said('asks', held)
    if (others.length > 0)
      said(
        'refused',
        others.map(({ address }) => address),
      )
  }
  const told = (key: 'accepted' | 'ignored', done: () => void) => ({
    onSuccess: ({ done: count, refused }: { done: number; refused: Refused[] }) => {
      if (count > 0 || refused.length === 0) toast({ message: t(`proposals.${key}`, { count }) })
      tellRest(refused)
      done()
    },
    onError: (error: unknown) => toast({ message: isProblem(error) ? error.title : String(error) }),
  })
  const idsOf = (rows: readonly ProposalRow[]) => rows.map(({ id }) => id)
  return {
    isBusy: accepting.isPending || ignoring.isPending,
    accept: (rows: readonly ProposalRow[], done = () => {}) =>
      accepting.mutate({ ids: idsOf(rows) }, told('accepted', done)),
    /** Of one whose address another asset holds: it is that one, or takes its address. */
    acceptHeld: ({ id, holder }: ProposalRow, choice: 'onto' | 'instead') =>
      holder &&
      accepting.mutate(
        { ids: [id], choices: [{ id, choice, assetId: holder.assetId }] },
        told('accepted', () => {}),
      ),
    ignore: (rows: readonly ProposalRow[], done = () => {}) =>
      ignoring.mutate({ ids: idsOf(rows) }, told('ignored', done)),
    acceptIdentified: (discoveryId: string, done = () => {}) =>
      accepting.mutate({ discoveryId, isIdentified: true }, told('accepted', done)),
  }
}
