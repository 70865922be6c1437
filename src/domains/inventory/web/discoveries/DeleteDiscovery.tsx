import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ConfirmByName } from '#web/components/ConfirmByName.tsx'
import { toast } from '#web/components/toast.ts'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import type { DiscoveryRow } from '../words.ts'

/** Shown once the discovery is over; asked for by its prefix. */
export function DeleteDiscovery({ discovery: { id, prefix, state } }: { discovery: DiscoveryRow }) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const [isAsking, setIsAsking] = useState(false)
  if (state === 'waiting' || state === 'running' || !can('discovery.run')) return null
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setIsAsking(true)}>
        {t('discoveries.delete')}
      </Button>
      <ConfirmByName
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('discoveries.deleteTitle', { count: 1 })}
        name={prefix}
        verb={t('discoveries.delete')}
        confirm={async () => {
          await api('DELETE /discoveries/:id', { id })
          toast({ message: t('discoveries.deleted', { count: 1 }) })
          go('/discoveries', { replace: true })
        }}
      >
        {t('discoveries.deleteWhy')}
      </ConfirmByName>
    </>
  )
}
