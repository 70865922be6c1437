import { useTranslation } from 'react-i18next'
import { api, isProblem, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import type { AddressRow } from '../words.ts'

const again = () => refetch(['GET /addresses', 'GET /addresses/:id'])

/** What can be done with an address that is there; what went wrong is told in a toast. */
export function useAddressWrites() {
  const { t } = useTranslation('network')
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!isProblem(error)) throw error
      toast({ message: [error.title, error.detail].filter(Boolean).join(' ') || t('failed') })
    }
    await again()
  }
  const setPrimary = ({ id, address, assetName }: AddressRow) =>
    attempt(async () => {
      await api('POST /addresses/:id/primary', { id })
      toast({ message: t('addresses.primarySet', { address, asset: assetName }) })
    })
  const giveBack = ({ assetId, address, isPrimary, name, domain, interfaceId }: AddressRow) =>
    attempt(
      async () =>
        void (await api('POST /addresses', { assetId, address, isPrimary, name, domain, interfaceId })),
    )
  const remove = (rows: readonly AddressRow[]) =>
    attempt(async () => {
      for (const { id } of rows) await api('DELETE /addresses/:id', { id })
      toast({
        message: t('addresses.removed', { count: rows.length, address: rows[0]?.address }),
        undo: () => void Promise.all(rows.map(giveBack)),
      })
    })
  return { setPrimary, remove }
}
