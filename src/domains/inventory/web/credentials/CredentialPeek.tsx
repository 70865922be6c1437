import { useTranslation } from 'react-i18next'
import { useCan } from '#web/session.ts'
import type { CredentialRow } from '../words.ts'
import { CredentialActions } from './CredentialActions.tsx'
import { CredentialFacts } from './CredentialFacts.tsx'
import styles from './CredentialPeek.module.css'
import { methodOf } from './method.ts'
import { TryCredential } from './TryCredential.tsx'

export function CredentialPeek({ credential, edit }: { credential: CredentialRow; edit: () => void }) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  return (
    <>
      <div className={styles.head}>
        <h2>{credential.name}</h2>
        <p>{methodOf(t, credential)}</p>
      </div>
      <CredentialFacts credential={credential} />
      {can('discovery.run') && <TryCredential key={credential.id} id={credential.id} />}
      <div className={styles.actions}>
        <CredentialActions credential={credential} edit={edit} />
      </div>
    </>
  )
}
