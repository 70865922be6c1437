import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconBuilding, IconCheck, IconSelector } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseOrganisation, useChosenOrganisation } from '../api/organisation.ts'
import { useMe } from '../session.ts'
import styles from './OrganisationMenu.module.css'

/** Above so many organisations, the menu has a box to type in. */
const manyOrganisations = 8

/** Narrows everything to one organisation. Nothing to show for who sees one only. */
export function OrganisationMenu() {
  const { t } = useTranslation('web')
  const client = useQueryClient()
  const me = useMe()
  const chosen = useChosenOrganisation()
  const [typed, setTyped] = useState('')
  const organisations = me?.organisations ?? []
  if (organisations.length < 2) return null
  const current = organisations.find(({ id }) => id === chosen)
  const choose = (id: string | null) => {
    chooseOrganisation(id)
    setTyped('')
    // The person stays the same; everything else is another question now.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /me', type: 'inactive' })
  }
  const fitting = organisations.filter(({ name }) =>
    name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
  )
  return (
    <Menu>
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          data-chosen={current !== undefined || undefined}
          title={t('organisation.choose')}
        >
          <IconBuilding size={16} aria-hidden="true" />
          <span>{current?.name ?? t('organisation.all')}</span>
          <IconSelector size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {organisations.length > manyOrganisations && (
          <Menu.Search
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            placeholder={t('organisation.find')}
            aria-label={t('organisation.find')}
            maxLength={80}
          />
        )}
        <div className={styles.items}>
          {typed === '' && (
            <Menu.Item onClick={() => choose(null)} rightSection={!current && <IconCheck size={14} />}>
              {t('organisation.all')}
            </Menu.Item>
          )}
          {fitting.map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() => choose(id)}
              rightSection={id === chosen && <IconCheck size={14} />}
            >
              {name}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}
