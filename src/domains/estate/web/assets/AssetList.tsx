import { IconServer2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Input } from '#web/api.ts'
import { List } from '#web/list.ts'
import { AssetPeek } from './AssetPeek.tsx'
import { useAssetBulk } from './bulk.tsx'
import { useColumns, useFilters } from './columns.tsx'

interface Props {
  name: string
  input: Partial<Input<'GET /assets'>>
  /** The page is a site's: the filter by site says nothing new. */
  isOfSite?: boolean
}

/** Assets in a tab of another page. */
export function AssetList({ name, input, isOfSite = false }: Props) {
  const { t } = useTranslation('estate')
  const { actions, drawer } = useAssetBulk()
  const filters = useFilters()
  return (
    <>
      <List
        name={name}
        route="GET /assets"
        exports="GET /assets/export"
        input={input}
        columns={useColumns()}
        filters={isOfSite ? filters.filter(({ key }) => key !== 'under') : filters}
        sort="name"
        href={(asset) => `/assets/${asset.id}`}
        peek={(asset) => <AssetPeek asset={asset} />}
        bulk={actions}
        empty={{ icon: IconServer2, title: t('assets.noneHere') }}
      />
      {drawer}
    </>
  )
}
