import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch, type Output } from '#web/api.ts'
import { Copy } from '#web/components/Copy.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { TextField, useForm } from '#web/form.ts'
import styles from './EnrolSecondFactor.module.css'
import { InlineForm } from './InlineForm.tsx'

interface Props {
  cancel: () => void
  done: (recoveryCodes: string[]) => void
}

/** The password, then the picture and a first code. */
export function EnrolSecondFactor({ cancel, done }: Props) {
  const [offer, setOffer] = useState<Output<'POST /me/second-factor'>>()
  return offer ? (
    <Confirm offer={offer} cancel={cancel} done={done} />
  ) : (
    <Begin cancel={cancel} done={setOffer} />
  )
}

function Begin({
  cancel,
  done,
}: {
  cancel: () => void
  done: (offer: Output<'POST /me/second-factor'>) => void
}) {
  const { t } = useTranslation('identity')
  const form = useForm({
    draft: 'second-factor',
    secrets: ['password'],
    initial: { password: '' },
    check: ({ password }) => ({ password: password ? undefined : t('signIn.passwordMissing') }),
    submit: async (values) => done(await api('POST /me/second-factor', values)),
  })
  return (
    <InlineForm form={form} verb={t('secondFactor.next')} cancel={{ label: t('cancel'), run: cancel }}>
      <TextField
        form={form}
        name="password"
        isSecret
        autoComplete="current-password"
        label={t('field.currentPassword')}
        help={t('secondFactor.passwordWhy')}
      />
    </InlineForm>
  )
}

function Confirm({ offer, cancel, done }: Props & { offer: Output<'POST /me/second-factor'> }) {
  const { t } = useTranslation('identity')
  const form = useForm({
    draft: 'second-factor-code',
    secrets: ['code'],
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() ? undefined : t('signIn.codeMissing') }),
    async submit(values) {
      const { recoveryCodes } = await api('POST /me/second-factor/confirm', values)
      done(recoveryCodes)
      await refetch(['GET /me'])
    },
  })
  return (
    <div className={styles.steps}>
      <img className={styles.qr} src={offer.qr} alt={t('secondFactor.qr')} width={196} height={196} />
      <div className={styles.text}>
        <p>{t('secondFactor.scan')}</p>
        <p className={styles.secret}>
          {t('secondFactor.orType')}{' '}
          <Copy text={offer.secret}>
            <Mono>{offer.secret.match(/.{1,4}/g)?.join(' ')}</Mono>
          </Copy>
        </p>
        <InlineForm form={form} verb={t('secondFactor.confirm')} cancel={{ label: t('cancel'), run: cancel }}>
          <TextField
            form={form}
            name="code"
            isMono
            autoComplete="one-time-code"
            label={t('field.code')}
            help={t('secondFactor.codeHelp')}
          />
        </InlineForm>
      </div>
    </div>
  )
}
