import { IconTopologyStar3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { History } from '../history/History.tsx'
import { Notes } from '../Peek.tsx'
import type { CircuitFull } from '../words.ts'
import { CallFirst } from './CallFirst.tsx'
import { CircuitActions } from './CircuitActions.tsx'
import { CircuitEnds } from './CircuitEnds.tsx'
import { CircuitFacts } from './CircuitFacts.tsx'

export default function CircuitPage() {
  const { id } = useParams()
  const query = useApi('GET /circuits/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <CircuitShown circuit={query.data} />
}

function CircuitShown({ circuit }: { circuit: CircuitFull }) {
  const { t } = useTranslation('network')
  const isWriter = useCan()('circuit.write')
  const edit = () => go(`/circuits/${circuit.id}/edit`)
  const ends = [circuit.siteName, circuit.farSiteName].filter(Boolean).join(' – ')
  return (
    <DetailPage
      crumbs={[{ label: t('circuits.title'), href: '/circuits' }]}
      icon={IconTopologyStar3}
      title={circuit.name}
      subtitle={[t(`technology.${circuit.technology}`), ends].filter(Boolean).join(' · ')}
      {...(isWriter ? { edit } : {})}
      actions={isWriter && <CircuitActions circuit={circuit} edit={edit} />}
      tabs={[
        {
          key: 'overview',
          label: t('overview'),
          render: () => (
            <>
              <CallFirst circuit={circuit} />
              <CircuitEnds circuit={circuit} isWriter={isWriter} />
              <Notes text={circuit.notes} />
            </>
          ),
        },
        {
          key: 'history',
          label: t('history.title'),
          render: () => <History route="GET /circuits/:id/history" id={circuit.id} />,
        },
      ]}
      facts={<CircuitFacts circuit={circuit} isWriter={isWriter} />}
    />
  )
}
