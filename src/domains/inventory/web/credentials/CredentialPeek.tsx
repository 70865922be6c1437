import { Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { ConfirmByName } from '#web/components/ConfirmByName.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { toast } from '#web/components/toast.ts'
import { Facts } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import type { CredentialRow } from '../words.ts'
import styles from './CredentialPeek.module.css'
import { TryCredential } from './TryCredential.tsx'

/** "SNMP 3 · vigie · SHA-256, AES-128": what is not secret of it, in a line. */
export function methodOf(t: TFunction<'inventory'>, { settings }: CredentialRow): string {
  const version = t(`snmpVersion.${settings.version}`)
  if (settings.version !== '3') return version
  const protocols = [
    settings.level !== 'noAuthNoPriv' && t(`authProtocol.${settings.authProtocol}`),
    settings.level === 'authPriv' && t(`privProtocol.${settings.privProtocol}`),
  ].filter(Boolean)
  return [version, settings.user, protocols.join(', ')].filter(Boolean).join(' · ')
}

export function CredentialPeek({ credential, edit }: { credential: CredentialRow; edit: () => void }) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const [isRemoving, setIsRemoving] = useState(false)
  const remove = useApiMutation('DELETE /credentials/:id', {
    refetches: ['GET /credentials'],
    done: () => toast({ message: t('credentials.removed', { name: credential.name }) }),
  })
  const { settings } = credential
  return (
    <>
      <div className={styles.head}>
        <h2>{credential.name}</h2>
        <p>{methodOf(t, credential)}</p>
      </div>
      <Facts
        facts={[
          { label: t('credential.port'), value: <Mono>{settings.port}</Mono> },
          ...(settings.version === '3'
            ? [{ label: t('credential.user'), value: <Mono>{settings.user}</Mono> }]
            : []),
          { label: t('credential.assets'), value: credential.assets },
          { label: t('credential.secret'), value: t('credential.sealed') },
        ]}
      />
      {can('discovery.run') && <TryCredential key={credential.id} id={credential.id} />}
      {can('credential.write') && (
        <div className={styles.actions}>
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit}>
            {t('edit')}
          </Button>
          <Button
            variant="subtle"
            color="danger"
            leftSection={<IconTrash size={16} />}
            onClick={() => setIsRemoving(true)}
          >
            {t('remove')}
          </Button>
        </div>
      )}
      <ConfirmByName
        isOpen={isRemoving}
        name={credential.name}
        title={t('credentials.remove')}
        verb={t('remove')}
        onClose={() => setIsRemoving(false)}
        confirm={() => remove.mutateAsync({ id: credential.id })}
      >
        {t('credentials.removeWhy', { count: credential.assets })}
      </ConfirmByName>
    </>
  )
}
