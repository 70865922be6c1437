import { Button, Group } from '@mantine/core'
import { IconAdjustments, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Link } from '#web/components/Link.tsx'
import { Facts } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import { CheckState } from '../asset/AssetCheckFacts.tsx'
import { useAlertWords, useCheckName, type CheckItem } from '../words.ts'
import { isService } from './service-values.ts'
import { useRemoveCheck } from './use-remove-check.ts'
import styles from './CheckPeek.module.css'

/** One check: how it fares, and what a person set of it. */
export function CheckPeek({ check, edit }: { check: CheckItem; edit: () => void }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const words = useAlertWords()
  const nameOf = useCheckName()
  const remove = useRemoveCheck()
  const isWriter = useCan()('check.write')
  const changed = Object.keys(check.thresholds).map(words.rule)
  return (
    <>
      <div className={styles.head}>
        <h2>{nameOf(check)}</h2>
        <p>{t(`template.${check.template}.about`)}</p>
      </div>
      <Facts
        facts={[
          {
            label: t('checks.asset'),
            value: <Link href={`/assets/${check.assetId}`}>{check.assetName}</Link>,
          },
          { label: t('checks.state'), value: <CheckState check={check} /> },
          { label: t('alerts.since'), value: check.since ? <Ago at={check.since} /> : null },
          {
            label: t('checks.interval'),
            value:
              check.intervalS === null
                ? t('checks.followsTemplate')
                : format.duration(check.intervalS * 1_000),
          },
          {
            label: t('checks.rules'),
            value: changed.length > 0 ? format.list(changed) : t('checks.followsTemplate'),
          },
          ...(check.watched.length > 0
            ? [{ label: t('asset.watched'), value: format.list(check.watched) }]
            : []),
        ]}
      />
      {isWriter && (
        <Group gap={8} mt={16}>
          <Button variant="default" leftSection={<IconAdjustments size={16} />} onClick={edit}>
            {t('checks.edit')}
          </Button>
          {isService(check.template) && (
            <Button
              variant="default"
              leftSection={<IconTrash size={16} />}
              onClick={() => void remove(check)}
            >
              {t('service.remove')}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}
