import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Attention, Section } from '#web/detail.ts'
import type { Me } from '#web/session.ts'
import styles from '../words.module.css'
import { DisableSecondFactor } from './DisableSecondFactor.tsx'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { RenewCodes } from './RenewCodes.tsx'
import buttons from './SecondFactor.module.css'

type Step = 'rest' | 'enrol' | 'renew' | 'disable'
const fewCodes = 3

/** On or off, and the ways between. */
export function SecondFactor({ me }: { me: Me }) {
  const { t } = useTranslation('identity')
  const [step, setStep] = useState<Step>('rest')
  const [codes, setCodes] = useState<string[]>()
  const rest = () => setStep('rest')
  const show = (shown: string[]) => {
    setCodes(shown)
    rest()
  }
  return (
    <Section title={t('secondFactor.title')}>
      {codes ? (
        <RecoveryCodes codes={codes} done={() => setCodes(undefined)} />
      ) : step === 'enrol' ? (
        <EnrolSecondFactor cancel={rest} done={show} />
      ) : step === 'renew' ? (
        <RenewCodes cancel={rest} done={show} />
      ) : step === 'disable' ? (
        <DisableSecondFactor cancel={rest} />
      ) : (
        <Rest me={me} go={setStep} />
      )}
    </Section>
  )
}

function Rest({ me, go }: { me: Me; go: (step: Step) => void }) {
  const { t } = useTranslation('identity')
  if (!me.hasSecondFactor)
    return (
      <>
        <p className={styles.muted}>{t('secondFactor.why')}</p>
        <div className={buttons.row}>
          <Button onClick={() => go('enrol')}>{t('secondFactor.begin')}</Button>
        </div>
      </>
    )
  return (
    <>
      <p>{t('secondFactor.on')}</p>
      <p className={styles.muted}>{t('secondFactor.codesLeft', { count: me.recoveryCodesLeft })}</p>
      {me.recoveryCodesLeft < fewCodes && (
        <div className={buttons.few}>
          <Attention state="warning">{t('secondFactor.fewCodes')}</Attention>
        </div>
      )}
      <div className={buttons.row}>
        <Button variant="default" onClick={() => go('renew')}>
          {t('secondFactor.renew')}
        </Button>
        <Button variant="default" onClick={() => go('disable')}>
          {t('secondFactor.disable')}
        </Button>
      </div>
    </>
  )
}
