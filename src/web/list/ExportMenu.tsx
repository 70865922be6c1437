import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiList } from '../api.ts'
import { isProblem } from '../api/problem.ts'
import { now } from '../clock.ts'
import { toast } from '../components/toast.ts'
import { save, toCsv, toJson } from './export.ts'
import type { Column, Row } from './types.ts'

/** All rows that fit the filters, not only those on screen, as CSV or JSON. */
export function ExportMenu<R extends Row>({
  columns,
  list,
  name,
}: {
  columns: readonly Column<R>[]
  list: ApiList<R>
  name: string
}) {
  const { t } = useTranslation('web')
  const [isBusy, setIsBusy] = useState(false)
  const exportAs = async (kind: 'csv' | 'json') => {
    setIsBusy(true)
    try {
      const rows = await list.readAll()
      const file = `${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${new Date(now()).toISOString().slice(0, 10)}.${kind}`
      if (kind === 'csv') save(toCsv(rows, columns), file, 'text/csv')
      else save(toJson(rows), file, 'application/json')
      toast({ message: t('list.exported', { count: rows.length }) })
    } catch (error) {
      toast({ message: (isProblem(error) && error.title) || t('error.offline.title') })
    }
    setIsBusy(false)
  }
  return (
    <Menu>
      <Tooltip label={t('list.export')}>
        <span>
          <Menu.Target>
            <ActionIcon aria-label={t('list.export')} size={32} loading={isBusy} disabled={!list.total}>
              <IconDownload size={17} />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>{t('list.exportWhat', { count: list.total ?? 0 })}</Menu.Label>
        <Menu.Item onClick={() => void exportAs('csv')}>{t('list.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => void exportAs('json')}>{t('list.exportJson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
