import { IconMapPin, IconRecycle, IconStack, IconTags, IconUser } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkDrawer } from '#web/bulk.ts'
import type { BulkAction } from '#web/list.ts'
import { EntityBulk, SelectBulk } from '../forms/BulkFields.tsx'
import { findResponsibles, findSites } from '../forms/find.ts'
import { useWords, type AssetRow } from '../words.ts'
import { TagsBulk } from './TagsBulk.tsx'

type Field = 'siteId' | 'environment' | 'responsibleId' | 'lifeCycle'
interface Begun {
  what: Field | 'tags'
  rows: readonly AssetRow[]
  clear: () => void
}

/** What can be done with many assets at once: the actions, and the drawer of the one that was begun. */
export function useAssetBulk() {
  const { t } = useTranslation('estate')
  const [begun, setBegun] = useState<Begun>()
  const actions = useMemo<BulkAction<AssetRow>[]>(() => {
    const begin = (what: Begun['what']) => (rows: readonly AssetRow[], clear: () => void) =>
      setBegun({ what, rows, clear })
    const right = 'asset.write'
    return [
      { key: 'siteId', label: t('assets.moveTo'), icon: IconMapPin, right, run: begin('siteId') },
      { key: 'tags', label: t('assetField.tags'), icon: IconTags, right, run: begin('tags') },
      {
        key: 'lifeCycle',
        label: t('assetField.lifeCycle'),
        icon: IconRecycle,
        right,
        run: begin('lifeCycle'),
      },
      {
        key: 'responsibleId',
        label: t('assetField.responsible'),
        icon: IconUser,
        right,
        run: begin('responsibleId'),
      },
      {
        key: 'environment',
        label: t('assetField.environment'),
        icon: IconStack,
        right,
        run: begin('environment'),
      },
    ]
  }, [t])
  const close = () => setBegun(undefined)
  if (!begun) return { actions, drawer: null }
  if (begun.what === 'tags') return { actions, drawer: <TagsBulk {...begun} close={close} /> }
  return { actions, drawer: <FieldBulk {...begun} what={begun.what} close={close} /> }
}

function FieldBulk({ what, rows, clear, close }: Begun & { what: Field; close: () => void }) {
  const { t } = useTranslation('estate')
  const words = useWords()
  const organisations = new Set(rows.map(({ organisationId }) => organisationId))
  const organisationId = organisations.size === 1 ? [...organisations][0]! : null
  return (
    <BulkDrawer
      route="POST /assets/bulk"
      rows={rows}
      title={t(`assets.bulk.${what}`, { count: rows.length })}
      close={close}
      done={clear}
      first={{ value: null as string | null }}
      changeOf={({ value }) => ({ [what]: value })}
      before={(row) => ({ [what]: row[what] })}
      check={({ value }) => ({ value: isEmptiable(what) || value ? undefined : t('bulk.choose') })}
    >
      {(form) => {
        if (what === 'siteId')
          return (
            <EntityBulk form={form} label={t('assetField.site')} find={(q) => findSites(q, organisationId)} />
          )
        if (what === 'responsibleId')
          return (
            <EntityBulk
              form={form}
              label={t('assetField.responsible')}
              help={organisationId ? undefined : t('assets.oneOrganisation')}
              find={(q) => findResponsibles(q, organisationId)}
            />
          )
        return (
          <SelectBulk
            form={form}
            label={t(`assetField.${what}`)}
            choices={what === 'environment' ? words.environments : words.lifeCycles}
          />
        )
      }}
    </BulkDrawer>
  )
}

/** An asset may stand nowhere and be nobody's. */
const isEmptiable = (what: Field) => what === 'siteId' || what === 'responsibleId'
