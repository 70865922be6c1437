import { Button, Menu } from '@mantine/core'
import { IconBellOff, IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '#web/session.ts'
import type { AlertItem } from '../words.ts'
import { muteChoices, useAlertActs, type MuteChoice } from './use-acts.ts'

const muteKeys: Record<MuteChoice, string> = {
  hour: 'alerts.muteHour',
  four: 'alerts.muteFour',
  morning: 'alerts.muteMorning',
  week: 'alerts.muteWeek',
}

/** One click: somebody has it in hand. */
export function AcknowledgeButton({ alert, comment }: { alert: AlertItem; comment?: string }) {
  const { t } = useTranslation('supervision')
  const acts = useAlertActs()
  if (!useCan()('alert.acknowledge') || alert.closedAt) return null
  if (alert.isAcknowledged)
    return (
      <Button
        variant="default"
        leftSection={<IconX size={15} />}
        onClick={() => void acts.unacknowledge([alert.id])}
      >
        {t('alerts.unacknowledge')}
      </Button>
    )
  return (
    <Button
      variant="default"
      leftSection={<IconCheck size={15} />}
      onClick={() => void acts.acknowledge([alert.id], comment)}
    >
      {t('alerts.acknowledge')}
    </Button>
  )
}

/** Nobody is told of it for a while. */
export function MuteMenu({ alert }: { alert: AlertItem }) {
  const { t } = useTranslation('supervision')
  const acts = useAlertActs()
  if (!useCan()('alert.acknowledge') || alert.closedAt) return null
  if (alert.isMuted)
    return (
      <Button variant="default" onClick={() => void acts.mute([alert.id], null)}>
        {t('alerts.unmute')}
      </Button>
    )
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconBellOff size={15} />}>
          {t('alerts.mute')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {muteChoices.map((choice) => (
          <Menu.Item key={choice} onClick={() => void acts.mute([alert.id], choice)}>
            {t(muteKeys[choice])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
