import { Button } from '@mantine/core'
import { IconCheck, IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { DetailWaiting } from '#web/detail.ts'
import { useCrumbs } from '#web/frame/crumbs.ts'
import { List } from '#web/list.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { useTitle } from '#web/title.ts'
import { useProposalColumns, useProposalFilters } from '../proposals/columns.tsx'
import { ProposalPeek } from '../proposals/ProposalPeek.tsx'
import { useProposalBulk } from '../proposals/use-bulk.ts'
import { useDecide } from '../proposals/use-decide.ts'
import type { DiscoveryRow } from '../words.ts'
import { DeleteDiscovery } from './DeleteDiscovery.tsx'
import styles from './DiscoveryPage.module.css'
import { Progress } from './Progress.tsx'

export default function DiscoveryPage() {
  const { id } = useParams()
  const query = useApi('GET /discoveries/:id', { id })
  return query.data ? <Shown discovery={query.data} /> : <DetailWaiting query={query} />
}

function Shown({ discovery }: { discovery: DiscoveryRow }) {
  const { t } = useTranslation('inventory')
  const title = t('discovery.of', { prefix: discovery.prefix })
  useTitle(title)
  useCrumbs([{ label: t('discoveries.title'), href: '/discoveries' }])
  const columns = useProposalColumns()
  const filters = useProposalFilters()
  const bulk = useProposalBulk()
  const isOpen = discovery.state === 'waiting' || discovery.state === 'running'
  const why = whyEmpty(discovery)
  return (
    <div className={styles.page}>
      <List
        name={title}
        route="GET /proposals"
        input={{ discoveryId: discovery.id }}
        columns={columns}
        filters={filters}
        sort="address"
        peek={(proposal) => <ProposalPeek proposal={proposal} />}
        bulk={bulk}
        head={() => (
          <header className={styles.head}>
            <div className={styles.title}>
              <h1>{title}</h1>
              <AcceptAll discoveryId={discovery.id} />
              <DeleteDiscovery discovery={discovery} />
            </div>
            <Progress discovery={discovery} />
          </header>
        )}
        empty={
          isOpen
            ? { icon: IconRadar2, title: t('discovery.looking'), text: t('discovery.lookingWhy') }
            : { icon: IconRadar2, title: t(`discovery.${why}`), text: t(`discovery.${why}Why`) }
        }
      />
    </div>
  )
}

/** Why one that is over shows nothing: a proposal belongs to the discovery that saw its address last. */
function whyEmpty({ answered, report }: DiscoveryRow): 'nothing' | 'allKnown' | 'moved' {
  if (report.new + report.changed > 0) return 'moved'
  return answered > 0 ? 'allKnown' : 'nothing'
}

/** One click for all that said who they are; those whose address another asset holds ask one by one. */
function AcceptAll({ discoveryId }: { discoveryId: string }) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const { acceptIdentified, isBusy } = useDecide()
  const open = useApi('GET /proposals', {
    discoveryId,
    state: ['open'],
    isIdentified: true,
    isHeld: false,
    limit: 1,
  } as never)
  const count = open.data?.total ?? 0
  if (count === 0 || !can('proposal.write')) return null
  return (
    <Button
      leftSection={<IconCheck size={16} />}
      loading={isBusy}
      onClick={() => acceptIdentified(discoveryId)}
    >
      {t('proposals.acceptAll', { count })}
    </Button>
  )
}
