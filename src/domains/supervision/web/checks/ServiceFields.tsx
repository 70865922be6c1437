import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, SwitchField, TagsField, TextField, type Form } from '#web/form.ts'
import type { ServiceValues } from './service-values.ts'

const dnsTypes = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT']

/** What a check of a service asks, by its template. */
export function ServiceFields<V extends ServiceValues>({ form: given }: { form: Form<V> }) {
  // The fields are of the part that all forms of services have.
  const form = given as unknown as Form<ServiceValues>
  switch (form.values.template) {
    case 'tcp':
      return <PortFields form={form} />
    case 'http':
      return <PageFields form={form} />
    case 'tls':
      return <CertificateFields form={form} />
    case 'dns':
      return <NameFields form={form} />
    default:
      return null
  }
}

function PortFields({ form }: { form: Form<ServiceValues> }) {
  const { t } = useTranslation('supervision')
  return (
    <>
      <NumberField form={form} name="port" label={t('service.port')} min={1} max={65_535} required />
      <TextField
        form={form}
        name="text"
        label={t('service.greeting')}
        help={t('service.greetingHelp')}
        isMono
      />
    </>
  )
}

function PageFields({ form }: { form: Form<ServiceValues> }) {
  const { t } = useTranslation('supervision')
  return (
    <>
      <TextField
        form={form}
        name="target"
        label={t('service.url')}
        help={t('service.urlHelp')}
        placeholder="https://intranet.example.org/"
        type="url"
        required
      />
      <TagsField form={form} name="status" label={t('service.status')} help={t('service.statusHelp')} />
      <TextField form={form} name="text" label={t('service.text')} />
      <TextField form={form} name="jsonPath" label={t('service.jsonPath')} placeholder="$.status" isMono />
      {form.values.jsonPath.trim() !== '' && (
        <TextField form={form} name="jsonEquals" label={t('service.jsonEquals')} isMono />
      )}
      <SwitchField form={form} name="verify" label={t('service.verify')} />
    </>
  )
}

function CertificateFields({ form }: { form: Form<ServiceValues> }) {
  const { t } = useTranslation('supervision')
  return (
    <>
      <TextField
        form={form}
        name="target"
        label={t('service.serverName')}
        help={t('service.serverNameHelp')}
        isMono
      />
      <NumberField
        form={form}
        name="port"
        label={t('service.port')}
        help={t('service.portHelp', { port: 443 })}
        min={1}
        max={65_535}
      />
      <SwitchField form={form} name="verify" label={t('service.verify')} />
    </>
  )
}

function NameFields({ form }: { form: Form<ServiceValues> }) {
  const { t } = useTranslation('supervision')
  return (
    <>
      <TextField
        form={form}
        name="target"
        label={t('service.dnsName')}
        placeholder="www.example.org"
        isMono
        required
      />
      <SelectField
        form={form}
        name="type"
        label={t('service.dnsType')}
        choices={dnsTypes.map((type) => ({ value: type, label: type }))}
      />
      <TextField form={form} name="text" label={t('service.record')} help={t('service.recordHelp')} isMono />
    </>
  )
}
