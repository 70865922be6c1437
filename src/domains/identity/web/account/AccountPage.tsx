import { IconUserCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DetailPage } from '#web/detail.ts'
import { useMe } from '#web/session.ts'
import { PreferencesTab } from './PreferencesTab.tsx'
import { ProfileTab } from './ProfileTab.tsx'
import { SecurityTab } from './SecurityTab.tsx'
import { SessionsTab } from './SessionsTab.tsx'
import { TokensTab } from './TokensTab.tsx'

/** One's own account: what everybody changes for himself. */
export default function AccountPage() {
  const { t } = useTranslation('identity')
  const me = useMe()
  if (!me) return null
  return (
    <DetailPage
      icon={IconUserCircle}
      title={t('account.title')}
      subtitle={`${me.name} · ${me.email}`}
      tabs={[
        { key: 'profile', label: t('account.profile'), render: () => <ProfileTab me={me} /> },
        { key: 'security', label: t('account.security'), render: () => <SecurityTab me={me} /> },
        { key: 'sessions', label: t('sessions.title'), render: () => <SessionsTab /> },
        { key: 'tokens', label: t('tokens.title'), render: () => <TokensTab me={me} /> },
        { key: 'preferences', label: t('account.preferences'), render: () => <PreferencesTab /> },
      ]}
    />
  )
}
