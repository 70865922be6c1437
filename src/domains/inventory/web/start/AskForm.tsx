import { Button } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { OrganisationField, SuggestField, TextField, type Form } from '#web/form.ts'
import { FormBody } from '#web/form/FormBody.tsx'
import { CredentialFields } from '../credentials/CredentialFields.tsx'
import type { CredentialValues } from '../credentials/values.ts'
import { Confirmations } from '../discoveries/Confirmations.tsx'
import { siteNames } from '../discoveries/find-sites.ts'
import { NetworkChoices } from '../discoveries/NetworkChoices.tsx'
import styles from './StartPage.module.css'
import { Step } from './Step.tsx'
import { useAskForm } from './use-ask-form.ts'

/** The first two steps: which network, and how its devices are asked. */
export function AskForm({ done }: { done: (discoveryId: string) => void }) {
  const { t } = useTranslation('inventory')
  const { form, doubts, hasCredentials, startedId } = useAskForm()
  return (
    <FormBody form={form} done={() => done(startedId())} foot={null}>
      <Step number={1} title={t('start.network')} help={t('start.networkHelp')} state="now">
        <div className={styles.fields}>
          <OrganisationField form={form} />
          <TextField
            form={form}
            name="prefix"
            label={t('discovery.prefix')}
            help={t('discovery.prefixHelp')}
            placeholder="10.1.2.0/24"
            required
            isMono
            maxLength={50}
          />
          <NetworkChoices choose={(prefix) => form.set('prefix', prefix)} chosen={form.values.prefix} />
          <Confirmations form={form} doubts={doubts} />
          <SuggestField
            form={form}
            name="siteName"
            label={t('start.site')}
            help={t('start.siteHelp')}
            find={(typed) => siteNames(typed, form.values.organisationId)}
            maxLength={200}
          />
        </div>
      </Step>
      <Step
        number={2}
        title={t('start.credential')}
        help={t(hasCredentials ? 'start.credentialMore' : 'start.credentialHelp')}
        state="now"
      >
        <div className={styles.fields}>
          <CredentialFields form={form as unknown as Form<CredentialValues>} isOptional />
          <Button type="submit" loading={form.isBusy} leftSection={<IconRadar2 size={16} />}>
            {t('discoveries.start')}
          </Button>
        </div>
      </Step>
    </FormBody>
  )
}
