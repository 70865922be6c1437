import { IconTopologyStar3 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { List } from '#web/list.ts'
import { CircuitPeek } from './CircuitPeek.tsx'
import { useCircuitColumns, useCircuitFilters } from './columns.tsx'

/** The circuits that end at a site or below it: a tab of its page. */
export default function SiteCircuits({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const filters = useCircuitFilters()
  return (
    <List
      name={t('circuits.title')}
      route="GET /circuits"
      exports="GET /circuits/export"
      input={{ under: id }}
      columns={useCircuitColumns()}
      filters={useMemo(() => filters.filter(({ key }) => key !== 'under'), [filters])}
      sort="name"
      href={(circuit) => `/circuits/${circuit.id}`}
      peek={(circuit) => <CircuitPeek circuit={circuit} />}
      empty={{ icon: IconTopologyStar3, title: t('circuits.noneHere') }}
    />
  )
}
