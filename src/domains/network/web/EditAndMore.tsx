import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** What can be done with one thing: edit at hand, the rest (`Menu.Item`s) in a menu. */
export function EditAndMore({ edit, children }: { edit: () => void; children?: React.ReactNode }) {
  const { t } = useTranslation('network')
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit}>
        {t('edit')}
      </Button>
      {children && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="input-sm" aria-label={t('more')}>
              <IconDots size={17} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>{children}</Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
