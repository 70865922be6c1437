import { Button } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/EmptyState.tsx'
import type { Filter, ListEmpty } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

interface Props {
  empty: ListEmpty
  isFiltered: boolean
  search: ListSearch
  filters: readonly Filter[]
}

/** Nothing at all, or nothing that fits the filters: two different sentences. */
export function ListEmptyState({ empty, isFiltered, search, filters }: Props) {
  const { t } = useTranslation('web')
  if (!isFiltered)
    return (
      <EmptyState icon={empty.icon} title={empty.title} action={empty.action}>
        {empty.text}
      </EmptyState>
    )
  const none = Object.fromEntries(
    ['q', 'view', ...filters.map((filter) => filter.key)].map((key) => [key, undefined]),
  )
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('list.nothingFits')}
      action={
        <Button variant="default" onClick={() => search.set(none)}>
          {t('list.clearFilters')}
        </Button>
      }
    >
      {t('list.nothingFitsWhy')}
    </EmptyState>
  )
}
