import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { NoRows } from '#web/components/Rows.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Section } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import { NewLink } from '../links/NewLink.tsx'
import { LinkRows } from './LinkRows.tsx'

export function AssetLinks({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const isWriter = useCan()('link.write')
  const [isAdding, setIsAdding] = useState(false)
  const { data } = useApi('GET /links', { assetId: id, limit: 500 })
  const name = useApi('GET /assets/:id', { id }).data?.name
  const add = isWriter && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setIsAdding(true)}>
      {t('links.create')}
    </Button>
  )
  return (
    <Section title={t('links.title')} aside={add}>
      {!data && <Skeleton lines={2} />}
      {data?.total === 0 && <NoRows>{t('links.noneOfAsset')}</NoRows>}
      <LinkRows links={data?.items ?? []} from={id} />
      {isAdding && <NewLink asset={{ value: id, label: name ?? '' }} close={() => setIsAdding(false)} />}
    </Section>
  )
}
