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
  return useMemo(() => {
    const view = (key: string, label: string, search: Record<string, string>): View => ({
      key,
      label,
      search,
    })
    return [
      view('open', t('proposals.viewOpen'), { state: 'open', isIdentified: 'true' }),
      view('silent', t('proposals.viewSilent'), { state: 'open', isIdentified: 'false' }),
      view('ignored', t('proposals.viewIgnored'), { state: 'ignored' }),
    ]
  }, [t])
}
