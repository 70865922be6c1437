import { Button } from '@mantine/core'
import { IconBoxMultiple } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { SlotView, useSlots } from '#web/slots.tsx'
import { useSlotTabs } from '../asset-slots.ts'
import { crumbsOf } from '../crumbs.ts'
import { History } from '../history/History.tsx'
import { PeekNotes } from '../PeekHead.tsx'
import { ThingActions } from '../ThingActions.tsx'
import type { ServiceRow } from '../words.ts'
import { EditService } from './ServiceDrawer.tsx'
import { ServiceFacts } from './ServiceFacts.tsx'
import { ServiceNeeds } from './ServiceNeeds.tsx'
import { ServiceUsers } from './ServiceUsers.tsx'

export default function ServicePage() {
  const { id } = useParams()
  const query = useApi('GET /services/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <ServiceShown service={query.data} />
}

function ServiceShown({ service }: { service: ServiceRow }) {
  const { t } = useTranslation('estate')
  const can = useCan()
  const slots = useSlots('service')
  const slotTabs = useSlotTabs(slots, service.id)
  const [isEditing, setIsEditing] = useState(false)
  const isWriter = can('service.write')
  const edit = () => setIsEditing(true)
  const view = (load: (typeof slots)[number]['section'], key: string) =>
    load && <SlotView key={key} load={load} id={service.id} />
  return (
    <>
      <DetailPage
        crumbs={crumbsOf(t('services.title'), '/services')}
        icon={IconBoxMultiple}
        title={service.name}
        subtitle={service.description}
        state={slots.map((slot) => slot.useState?.(service.id)).find((state) => state !== undefined)}
        attention={slots.map(
          ({ key, attention }) =>
            attention && <SlotView key={key} load={attention} id={service.id} isQuiet />,
        )}
        {...(isWriter ? { edit } : {})}
        actions={
          isWriter && (
            <ThingActions
              noun="services"
              name={service.name}
              edit={edit}
              remove={() => api('DELETE /services/:id', { id: service.id })}
            />
          )
        }
        tabs={[
          {
            key: 'overview',
            label: t('overview'),
            render: () => (
              <>
                {slots.map(({ key, section }) => view(section, key))}
                <ServiceNeeds service={service} />
                <ServiceUsers service={service} />
                {service.assets.length + service.services.length === 0 && (
                  <EmptyState
                    icon={IconBoxMultiple}
                    title={t('services.bare')}
                    action={isWriter && <Button onClick={edit}>{t('services.needsSay')}</Button>}
                  >
                    {t('services.bareWhy')}
                  </EmptyState>
                )}
                <PeekNotes text={service.notes} />
              </>
            ),
          },
          ...slotTabs.map(({ labelKey, load, ...tab }) => ({
            ...tab,
            label: t(labelKey),
            render: () => <SlotView load={load} id={service.id} />,
          })),
          {
            key: 'history',
            label: t('history.title'),
            render: () => <History route="GET /services/:id/history" id={service.id} />,
          },
        ]}
        facts={
          <>
            <ServiceFacts service={service} edit={isWriter ? edit : undefined} />
            {slots.map(({ key, facts }) => view(facts, key))}
          </>
        }
      />
      {isEditing && <EditService service={service} close={() => setIsEditing(false)} />}
    </>
  )
}
