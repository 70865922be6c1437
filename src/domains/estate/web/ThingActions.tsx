import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmByName } from '#web/components/ConfirmByName.tsx'
import { toast } from '#web/components/toast.ts'
import { go } from '#web/navigate.ts'

interface Props {
  noun: 'sites' | 'assets' | 'services'
  name: string
  edit: () => void
  remove: () => Promise<unknown>
  /** `Menu.Item`s above the removal. */
  children?: React.ReactNode
}

/** What can be done with one thing: edit at hand, the rest in a menu, removal last and asked for by name. */
export function ThingActions({ noun, name, edit, remove, children }: Props) {
  const { t } = useTranslation('estate')
  const [isDeleting, setIsDeleting] = useState(false)
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
          {children}
          {children && <Menu.Divider />}
          <Menu.Item color="danger" leftSection={<IconTrash size={16} />} onClick={() => setIsDeleting(true)}>
            {t(`${noun}.delete`)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmByName
        isOpen={isDeleting}
        onClose={() => setIsDeleting(false)}
        title={t(`${noun}.deleteTitle`)}
        name={name}
        verb={t('delete')}
        confirm={async () => {
          await remove()
          toast({ message: t('deleted', { name }) })
          go(`/${noun}`)
        }}
      >
        <p>{t(`${noun}.deleteWhy`)}</p>
      </ConfirmByName>
    </>
  )
}
