import { IconRadar2 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage, type View } from '#web/list.ts'
import { useProposalColumns, useProposalFilters } from './columns.tsx'
import { ProposalPeek } from './ProposalPeek.tsx'
import { useProposalBulk } from './use-bulk.ts'

/** Everything that discovery found, decided or not. */
export default function ProposalsPage() {
  const { t } = useTranslation('inventory')
  return (
    <ListPage
      title={t('proposals.title')}
      route="GET /proposals"
      columns={useProposalColumns()}
      filters={useProposalFilters()}
      views={useViews()}
      sort="address"
      peek={(proposal) => <ProposalPeek proposal={proposal} />}
      bulk={useProposalBulk()}
      empty={{ icon: IconRadar2, title: t('proposals.empty'), text: t('proposals.emptyWhy') }}
    />
  )
}

function useViews(): View[] {
  const { t } = useTranslation('inventory')
  return useMemo<View[]>(
    () => [
      { key: 'open', label: t('proposals.viewOpen'), search: { state: 'open', isIdentified: 'true' } },
      { key: 'silent', label: t('proposals.viewSilent'), search: { state: 'open', isIdentified: 'false' } },
      { key: 'ignored', label: t('proposals.viewIgnored'), search: { state: 'ignored' } },
    ],
    [t],
  )
}
