import { IconFlag3, IconUser } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkDrawer } from '#web/bulk.ts'
import type { BulkAction } from '#web/list.ts'
import { EntityBulk, SelectBulk } from '../forms/BulkFields.tsx'
import { findResponsibles } from '../forms/find.ts'
import { useWords, type ServiceRow } from '../words.ts'

type What = 'ownerId' | 'level'

/** What can be done with many services at once: the actions, and the drawer of the one that was begun. */
export function useServiceBulk() {
  const { t } = useTranslation('estate')
  const words = useWords()
  const [begun, setBegun] = useState<{ what: What; rows: readonly ServiceRow[]; clear: () => void }>()
  const actions = useMemo<BulkAction<ServiceRow>[]>(() => {
    const begin = (what: What) => (rows: readonly ServiceRow[], clear: () => void) =>
      setBegun({ what, rows, clear })
    const right = 'service.write'
    return [
      { key: 'ownerId', label: t('serviceField.owner'), icon: IconUser, right, run: begin('ownerId') },
      { key: 'level', label: t('serviceField.level'), icon: IconFlag3, right, run: begin('level') },
    ]
  }, [t])
  if (!begun) return { actions, drawer: null }
  const { what, rows, clear } = begun
  const organisations = new Set(rows.map(({ organisationId }) => organisationId))
  const organisationId = organisations.size === 1 ? [...organisations][0]! : null
  const drawer = (
    <BulkDrawer
      route="POST /services/bulk"
      rows={rows}
      title={t(`services.bulk.${what}`, { count: rows.length })}
      close={() => setBegun(undefined)}
      done={clear}
      first={{ value: null as string | null }}
      changeOf={({ value }) => (what === 'level' ? { level: Number(value) } : { ownerId: value })}
      before={(row) => ({ [what]: row[what] })}
      check={({ value }) => ({ value: what === 'level' && !value ? t('bulk.choose') : undefined })}
    >
      {(form) =>
        what === 'level' ? (
          <SelectBulk form={form} label={t('serviceField.level')} choices={words.levels} />
        ) : (
          <EntityBulk
            form={form}
            label={t('serviceField.owner')}
            help={organisationId ? undefined : t('services.oneOrganisation')}
            find={(q) => findResponsibles(q, organisationId)}
          />
        )
      }
    </BulkDrawer>
  )
  return { actions, drawer }
}
