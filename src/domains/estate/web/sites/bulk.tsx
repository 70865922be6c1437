import { IconFlag3, IconHierarchy2, IconTag } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkDrawer } from '#web/bulk.ts'
import type { BulkAction } from '#web/list.ts'
import { EntityBulk, SelectBulk } from '../forms/BulkFields.tsx'
import { findSites } from '../forms/find.ts'
import { useWords, type SiteRow } from '../words.ts'

type What = 'level' | 'parentId' | 'kind'

/** What can be done with many sites at once: the actions, and the drawer of the one that was begun. */
export function useSiteBulk() {
  const { t } = useTranslation('estate')
  const words = useWords()
  const [begun, setBegun] = useState<{ what: What; rows: readonly SiteRow[]; clear: () => void }>()
  const actions = useMemo<BulkAction<SiteRow>[]>(() => {
    const begin = (what: What) => (rows: readonly SiteRow[], clear: () => void) =>
      setBegun({ what, rows, clear })
    const right = 'site.write'
    return [
      { key: 'level', label: t('sites.setLevel'), icon: IconFlag3, right, run: begin('level') },
      { key: 'parentId', label: t('sites.moveTo'), icon: IconHierarchy2, right, run: begin('parentId') },
      { key: 'kind', label: t('sites.setKind'), icon: IconTag, right, run: begin('kind') },
    ]
  }, [t])
  if (!begun) return { actions, drawer: null }
  const { what, rows, clear } = begun
  const organisations = new Set(rows.map(({ organisationId }) => organisationId))
  const drawer = (
    <BulkDrawer
      route="POST /sites/bulk"
      rows={rows}
      title={t(`sites.bulk.${what}`, { count: rows.length })}
      close={() => setBegun(undefined)}
      done={clear}
      first={{ value: null as string | null }}
      changeOf={({ value }) => ({ [what]: what === 'level' && value !== null ? Number(value) : value })}
      before={(row) => ({ [what]: row[what] })}
      check={({ value }) => ({ value: what === 'kind' && !value ? t('bulk.choose') : undefined })}
    >
      {(form) => {
        if (what === 'parentId')
          return (
            <EntityBulk
              form={form}
              label={t('siteField.parent')}
              help={t('sites.noParent')}
              find={(q) => findSites(q, organisations.size === 1 ? [...organisations][0] : null)}
            />
          )
        return (
          <SelectBulk
            form={form}
            label={t(what === 'level' ? 'siteField.level' : 'siteField.kind')}
            help={what === 'level' ? t('sites.levelAsAbove') : undefined}
            choices={what === 'level' ? words.levels : words.siteKinds}
            isClearable={what === 'level'}
          />
        )
      }}
    </BulkDrawer>
  )
  return { actions, drawer }
}
