import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconLink, IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, useApiMutation, type Output } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import type { Person } from '../words.ts'
import { tellFault, undo } from '../tell-fault.ts'

interface Props {
  person: Person
  isSelf: boolean
  edit: () => void
  showLink: (link: Output<'POST /people/:id/link'>) => void
}

const refetches = ['GET /people/:id', 'GET /people'] as const

/** What is done with an account. Closing it can be taken back, so nobody is asked. */
export function PersonActions({ person, isSelf, edit, showLink }: Props) {
  const { t } = useTranslation('identity')
  const { id, name, state } = person
  const makeLink = useApiMutation('POST /people/:id/link', { done: showLink })
  const enable = useApiMutation('POST /people/:id/enable', { refetches })
  const disable = useApiMutation('POST /people/:id/disable', {
    refetches,
    done: () =>
      toast({
        message: t('person.closedToast', { name }),
        undo: () => void undo(() => api('POST /people/:id/enable', { id }), refetches),
      }),
  })
  const isClosed = state === 'disabled'
  return (
    <>
      {isClosed ? (
        <Button
          variant="default"
          leftSection={<IconLockOpen size={16} />}
          onClick={() => enable.mutate({ id }, tellFault)}
        >
          {t('person.enable')}
        </Button>
      ) : (
        !isSelf && (
          <Button
            variant="default"
            leftSection={<IconLink size={16} />}
            loading={makeLink.isPending}
            onClick={() => makeLink.mutate({ id }, tellFault)}
          >
            {t(state === 'invited' ? 'person.inviteAgain' : 'person.reset')}
          </Button>
        )
      )}
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit}>
        {t('edit')}
      </Button>
      {!isClosed && !isSelf && (
        <Menu>
          <Menu.Target>
            <ActionIcon size={36} aria-label={t('more')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconLock size={16} />} onClick={() => disable.mutate({ id }, tellFault)}>
              {t('person.disable')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
