import { Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { ConfirmByName } from '#web/components/ConfirmByName.tsx'
import { toast } from '#web/components/toast.ts'
import { useCan } from '#web/session.ts'
import type { CredentialRow } from '../words.ts'

interface Props {
  credential: CredentialRow
  edit: () => void
  /** After it was removed. */
  removed?: () => void
}

/** Edit, and remove when its name was typed. */
export function CredentialActions({ credential, edit, removed }: Props) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const [isRemoving, setIsRemoving] = useState(false)
  const remove = useApiMutation('DELETE /credentials/:id', {
    refetches: ['GET /credentials'],
    done: () => {
      toast({ message: t('credentials.removed', { name: credential.name }) })
      removed?.()
    },
  })
  if (!can('credential.write')) return null
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit}>
        {t('edit')}
      </Button>
      <Button
        variant="subtle"
        color="danger"
        leftSection={<IconTrash size={16} />}
        onClick={() => setIsRemoving(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmByName
        isOpen={isRemoving}
        name={credential.name}
        title={t('credentials.remove')}
        verb={t('remove')}
        onClose={() => setIsRemoving(false)}
        confirm={() => remove.mutateAsync({ id: credential.id })}
      >
        {t('credentials.removeWhy', { count: credential.assets })}
      </ConfirmByName>
    </>
  )
}
