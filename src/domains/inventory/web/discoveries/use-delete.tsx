import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { ConfirmByName } from '#web/components/ConfirmByName.tsx'
import { toast } from '#web/components/toast.ts'
import type { BulkAction } from '#web/list.ts'
import type { DiscoveryRow } from '../words.ts'

/** Removes the discoveries that are chosen and over: the action, and the dialog that asks before. */
export function useDeleteDiscoveries() {
  const { t } = useTranslation('inventory')
  const [begun, setBegun] = useState<{ rows: readonly DiscoveryRow[]; clear: () => void }>()
  const action: BulkAction<DiscoveryRow> = {
    key: 'delete',
    label: t('discoveries.delete'),
    icon: IconTrash,
    right: 'discovery.run',
    run: (rows, clear) => setBegun({ rows, clear }),
  }
  const count = begun?.rows.length ?? 0
  const confirm = async () => {
    const ids = begun!.rows.map(({ id }) => id)
    const { done } = await api('POST /discoveries/delete', { ids, mode: 'each' })
    const kept = ids.length - done
    toast({
      message: [
        done > 0 && t('discoveries.deleted', { count: done }),
        kept > 0 && t('discoveries.kept', { count: kept }),
      ]
        .filter(Boolean)
        .join(' '),
    })
    begun!.clear()
    await refetch(['GET /discoveries', 'GET /proposals'])
  }
  const dialog = (
    <ConfirmByName
      isOpen={begun !== undefined}
      onClose={() => setBegun(undefined)}
      title={t('discoveries.deleteTitle', { count })}
      name={t('discoveries.several', { count })}
      verb={t('discoveries.delete')}
      confirm={confirm}
    >
      {t('discoveries.deleteWhy')}
    </ConfirmByName>
  )
  return { action, dialog }
}
