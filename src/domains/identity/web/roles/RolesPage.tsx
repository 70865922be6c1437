import { Button } from '@mantine/core'
import { IconPlus, IconShieldCheck, IconTable } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ListPage, type Column } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import type { Role } from '../words.ts'

export default function RolesPage() {
  const { t } = useTranslation('identity')
  const can = useCan()
  return (
    <ListPage
      title={t('roles.title')}
      route="GET /roles"
      exports="GET /roles/export"
      columns={useColumns()}
      sort="rank"
      href={(role) => `/roles/${role.id}`}
      empty={{ icon: IconShieldCheck, title: t('roles.empty') }}
      actions={
        <>
          <Button variant="default" leftSection={<IconTable size={16} />} onClick={() => go('/roles/matrix')}>
            {t('matrix.title')}
          </Button>
          {can('role.write', 'everything') && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => go('/roles/new')}>
              {t('roles.create')}
            </Button>
          )}
        </>
      }
    />
  )
}

function useColumns(): readonly Column<Role>[] {
  const { t } = useTranslation('identity')
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('field.name'),
        cell: (role) => role.name,
        text: (role) => role.name,
        sort: true,
        width: 260,
      },
      {
        key: 'about',
        label: t('role.about'),
        cell: (role) => t(`roleAbout.${role.builtin ?? 'own'}`),
        text: (role) => t(`roleAbout.${role.builtin ?? 'own'}`),
        width: 420,
        grow: true,
        phone: 'below',
      },
      {
        key: 'rightCount',
        label: t('field.rights'),
        cell: (role) => format.number(role.rights.length),
        text: (role) => role.rights.length,
        sort: true,
        align: 'right',
        width: 100,
      },
      {
        key: 'peopleCount',
        label: t('people.title'),
        cell: (role) => format.number(role.peopleCount),
        text: (role) => role.peopleCount,
        sort: true,
        align: 'right',
        width: 110,
        phone: 'aside',
      },
    ],
    [t, format],
  )
}
