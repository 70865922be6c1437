import { useTranslation } from 'react-i18next'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import type { CredentialRow } from '../words.ts'

export function CredentialFacts({ credential }: { credential: CredentialRow }) {
  const { t } = useTranslation('inventory')
  const { settings } = credential
  return (
    <Facts
      facts={[
        { label: t('credential.port'), value: <Mono>{settings.port}</Mono> },
        ...(settings.version === '3'
          ? [{ label: t('credential.user'), value: <Mono>{settings.user}</Mono> }]
          : []),
        { label: t('credential.assets'), value: credential.assets },
        { label: t('credential.position'), value: credential.position },
        { label: t('credential.secret'), value: t('credential.sealed') },
      ]}
    />
  )
}
