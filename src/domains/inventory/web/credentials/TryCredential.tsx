import { Button, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { StateShape } from '#web/components/StateShape.tsx'
import { useFormat } from '#web/format.ts'
import styles from './TryCredential.module.css'

/** Asks one device with the credential, and says whether it answers, and if not, why. */
export function TryCredential({ id }: { id: string }) {
  const { t } = useTranslation('inventory')
  const format = useFormat()
  const [address, setAddress] = useState('')
  const attempt = useApiMutation('POST /credentials/:id/try')
  const [confirmedOutside, setConfirmed] = useState(false)
  const { data, error } = attempt
  const isAsked = error?.errors.some(({ code }) => code.endsWith('prefixOutside')) ?? false
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        attempt.mutate({ id, address, confirmedOutside })
      }}
    >
      <h3>{t('try.title')}</h3>
      <div className={styles.line}>
        <TextInput
          aria-label={t('try.address')}
          placeholder="192.0.2.10"
          value={address}
          onChange={(event) => {
            setAddress(event.currentTarget.value)
            setConfirmed(false)
          }}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          error={error?.errors[0]?.message ?? error?.title}
        />
        <Button type="submit" variant="default" loading={attempt.isPending} disabled={address.trim() === ''}>
          {t('try.do')}
        </Button>
      </div>
      {(isAsked || confirmedOutside) && (
        <Switch
          label={t('try.confirmOutside')}
          checked={confirmedOutside}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
      )}
      <div role="status" className={styles.answer}>
        {data?.answers && (
          <p>
            <StateShape state="ok" />{' '}
            {t('try.answers', { name: data.name || address, ms: format.number(data.roundTripMs ?? 0) })}
          </p>
        )}
        {data && !data.answers && (
          <p>
            <StateShape state="warning" /> {t(`try.reason.${data.reason}`, t('try.reason.other'))}
          </p>
        )}
      </div>
    </form>
  )
}
