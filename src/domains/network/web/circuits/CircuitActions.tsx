import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ConfirmByName } from '#web/components/ConfirmByName.tsx'
import { toast } from '#web/components/toast.ts'
import { go } from '#web/navigate.ts'
import type { CircuitFull } from '../words.ts'

/** Edit at hand; removal in a menu, and asked for by name. */
export function CircuitActions({ circuit, edit }: { circuit: CircuitFull; edit: () => void }) {
  const { t } = useTranslation('network')
  const [isDeleting, setIsDeleting] = useState(false)
  const { id, name } = circuit
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit}>
        {t('edit')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="input-sm" aria-label={t('more')}>
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="danger" leftSection={<IconTrash size={16} />} onClick={() => setIsDeleting(true)}>
            {t('circuits.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmByName
        isOpen={isDeleting}
        onClose={() => setIsDeleting(false)}
        title={t('circuits.deleteTitle')}
        name={name}
        verb={t('delete')}
        confirm={async () => {
          await api('DELETE /circuits/:id', { id })
          toast({ message: t('deleted', { name }) })
          go('/circuits')
        }}
      >
        <p>{t('circuits.deleteWhy')}</p>
      </ConfirmByName>
    </>
  )
}
