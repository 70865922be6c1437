import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { State } from '#web/components/State.tsx'
import { Facts } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import { NewCheck } from '../checks/NewCheck.tsx'
import { useCheckName, type CheckItem } from '../words.ts'

/** The asset's checks, each with how it fares. */
export default function AssetCheckFacts({ id }: { id: string }) {
  const { t } = useTranslation('supervision')
  const { data } = useApi('GET /assets/:id/state', { id })
  const isWriter = useCan()('check.write')
  const nameOf = useCheckName()
  const [isAdding, setIsAdding] = useState(false)
  if (!data || data.checks.length === 0) return null
  const name = data.checks[0]!.assetName
  return (
    <>
      <Facts
        title={t('asset.checks')}
        facts={data.checks.map((check) => ({
          label: nameOf(check),
          value: <CheckState check={check} />,
          at: check.since ?? undefined,
        }))}
      />
      {isWriter && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setIsAdding(true)}
        >
          {t('service.add')}
        </Button>
      )}
      {isAdding && <NewCheck asset={{ id, name }} close={() => setIsAdding(false)} />}
    </>
  )
}

/** How a check fares, or why it does not run. */
export function CheckState({ check }: { check: CheckItem }) {
  const { t } = useTranslation('supervision')
  if (!check.isEnabled) return <Link href={`/checks?assetId=${check.assetId}`}>{t('checks.off')}</Link>
  if (check.lacks) return <>{t(`checks.lacksWhy.${check.lacks}`)}</>
  return check.state ? <State state={check.state} /> : <>{t('checks.waiting')}</>
}
