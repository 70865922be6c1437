import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField, type Form } from '#web/form.ts'
import { authProtocols, levels, privProtocols, snmpVersions } from '../../contract/words.ts'
import styles from './CredentialFields.module.css'
import type { CredentialValues } from './values.ts'

/** How devices are asked: a community, or a user of version 3 with its keys. */
export function CredentialFields({
  form,
  isKept = false,
  isOptional = false,
}: {
  form: Form<CredentialValues>
  /** The secret is there already; leaving it empty keeps it. */
  isKept?: boolean
  /** Nothing need be typed at all. */
  isOptional?: boolean
}) {
  const { t } = useTranslation('inventory')
  const secretHelp = isKept ? t('credential.keptHelp') : undefined
  return (
    <>
      <div className={styles.version}>
        <span id="snmp-version">{t('credential.version')}</span>
        <SegmentedControl
          aria-labelledby="snmp-version"
          value={form.values.version}
          onChange={(version) => form.set('version', version as CredentialValues['version'])}
          data={snmpVersions.map((value) => ({ value, label: t(`snmpVersion.${value}`) }))}
        />
      </div>
      {form.values.version === '3' ? (
        <UserFields form={form} secretHelp={secretHelp} isOptional={isOptional} />
      ) : (
        <TextField
          form={form}
          name="community"
          label={t('credential.community')}
          help={secretHelp ?? t('credential.communityHelp')}
          isSecret
          required={!isKept && !isOptional}
        />
      )}
    </>
  )
}

function UserFields({
  form,
  secretHelp,
  isOptional,
}: {
  form: Form<CredentialValues>
  secretHelp: string | undefined
  isOptional: boolean
}) {
  const { t } = useTranslation('inventory')
  const { level } = form.values
  return (
    <>
      <TextField
        form={form}
        name="user"
        label={t('credential.user')}
        required={!isOptional}
        isMono
        maxLength={32}
      />
      <SelectField
        form={form}
        name="level"
        label={t('credential.level')}
        choices={levels.map((value) => ({ value, label: t(`snmpLevel.${value}`) }))}
      />
      {level !== 'noAuthNoPriv' && (
        <div className={styles.pair}>
          <SelectField
            form={form}
            name="authProtocol"
            label={t('credential.authProtocol')}
            choices={authProtocols.map((value) => ({ value, label: t(`authProtocol.${value}`) }))}
          />
          <TextField form={form} name="authKey" label={t('credential.authKey')} help={secretHelp} isSecret />
        </div>
      )}
      {level === 'authPriv' && (
        <div className={styles.pair}>
          <SelectField
            form={form}
            name="privProtocol"
            label={t('credential.privProtocol')}
            choices={privProtocols.map((value) => ({ value, label: t(`privProtocol.${value}`) }))}
          />
          <TextField form={form} name="privKey" label={t('credential.privKey')} help={secretHelp} isSecret />
        </div>
      )}
    </>
  )
}
