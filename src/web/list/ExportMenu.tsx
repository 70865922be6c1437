import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiList } from '../api.ts'
import { isProblem } from '../api/problem.ts'
import { now } from '../clock.ts'
import { toast } from '../components/toast.ts'
import { saveFile } from '../save-file.ts'
import { toCsv, toJson } from './export.ts'
import type { Column, Row } from './types.ts'

interface Props<R extends Row> {
  columns: readonly Column<R>[]
  list: ApiList<R>
  name: string
  /** The server's own export, with all columns; without it, what the list shows is written here. */
  download: ((options: ExportOptions) => Promise<void>) | undefined
}

export interface ExportOptions {
  format: 'csv' | 'json'
  bom?: string
  separator?: string
}

/** All rows that fit the filters, not only those on screen, as CSV or JSON. */
export function ExportMenu<R extends Row>({ columns, list, name, download }: Props<R>) {
  const { t, i18n } = useTranslation('web')
  const [isBusy, setIsBusy] = useState(false)
  // French spreadsheets read semicolons, since the comma is for decimals.
  const separator = i18n.language === 'fr' ? 'semicolon' : 'comma'
  const write = async (format: 'csv' | 'json') => {
    setIsBusy(true)
    try {
      if (download) await download(format === 'csv' ? { format, bom: 'true', separator } : { format })
      else await writeHere(format, list, columns, name)
      toast({ message: t('list.exported', { count: list.total ?? 0 }) })
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
        <Menu.Item onClick={() => void write('csv')}>{t('list.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => void write('json')}>{t('list.exportJson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

async function writeHere<R extends Row>(
  format: 'csv' | 'json',
  list: ApiList<R>,
  columns: readonly Column<R>[],
  name: string,
): Promise<void> {
  const rows = await list.readAll()
  const words = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const fileName = `${words}-${new Date(now()).toISOString().slice(0, 10)}.${format}`
  const [text, type] =
    format === 'csv' ? [toCsv(rows, columns), 'text/csv'] : [toJson(rows), 'application/json']
  saveFile(new Blob([text], { type: `${type};charset=utf-8` }), fileName)
}
