import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './ColumnsMenu.module.css'
import type { Column, Row } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

/** Chooses columns; what is chosen stands in the address. */
export function ColumnsMenu<R extends Row>({
  columns,
  search,
}: {
  columns: readonly Column<R>[]
  search: ListSearch
}) {
  const { t } = useTranslation('web')
  const [name, ...others] = columns
  const first = others.filter((column) => !column.isHidden).map((column) => column.key)
  const shown = search.columns?.filter((key) => key !== name?.key) ?? first
  const toggle = (key: string) => {
    const next = shown.includes(key)
      ? shown.filter((other) => other !== key)
      : others.map((column) => column.key).filter((other) => other === key || shown.includes(other))
    const isFirst = next.join() === first.join()
    search.set({ cols: isFirst ? undefined : [name?.key, ...next].join(',') })
  }
  return (
    <Menu>
      <Tooltip label={t('list.columns')}>
        <span>
          <Menu.Target>
            <ActionIcon aria-label={t('list.columns')} size={32}>
              <IconColumns3 size={17} />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown mah={420} className={styles.menu}>
        {others.map((column) => (
          <Menu.CheckboxItem
            key={column.key}
            checked={shown.includes(column.key)}
            onChange={() => toggle(column.key)}
          >
            {column.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
