import { useTranslation } from 'react-i18next'
import {
  DateTimeField,
  EntityField,
  FormPage,
  FormSection,
  MultiField,
  NumberField,
  SelectField,
  SwitchField,
  TagsField,
  TextField,
  useForm,
} from '../../form.ts'
import { api } from '../../api.ts'
import { toast } from '../../components/toast.ts'

const initial = {
  name: '',
  kind: null as string | null,
  serial: '',
  password: '',
  neighbour: null as string | null,
  level: 3 as number | null,
  since: null as string | null,
  states: [] as string[],
  tags: ['NEXSIS'],
  watched: true,
  notes: '',
}

export default function DeviceFormPage() {
  const { t } = useTranslation('gallery')
  const kinds = ['router', 'switch', 'access-point', 'ups', 'server', 'camera'] as const
  const choices = kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
  const form = useForm({
    draft: 'device:form',
    initial,
    secrets: ['password'],
    check: ({ name, kind }) => ({
      name: name.trim() === '' ? t('device.nameMissing') : undefined,
      kind: kind === null ? t('device.nameMissing') : undefined,
    }),
    submit: async ({ name, serial }) => {
      if (serial) await api('PATCH /gallery/devices/:id', { id: 'd4', serial }, { ifMatch: 1 })
      toast({ message: name })
    },
  })
  return (
    <FormPage
      form={form}
      title={t('device.new')}
      crumbs={[{ label: t('nav.devices'), href: '/devices' }]}
      verb={t('device.new')}
      cancel="/devices"
      done={form.discard}
    >
      <FormSection title={t('text.general')} help={t('text.generalHelp')}>
        <TextField form={form} name="name" label={t('device.name')} required />
        <SelectField form={form} name="kind" label={t('device.kind')} choices={choices} required />
        <TextField
          form={form}
          name="serial"
          label={t('device.serial')}
          help={t('device.serialHelp')}
          isMono
        />
        <TextField form={form} name="password" label="SNMP" isSecret />
      </FormSection>
      <FormSection title={t('text.more')}>
        <EntityField
          form={form}
          name="neighbour"
          label={t('nav.devices')}
          isClearable
          find={async (typed) =>
            (await api('GET /gallery/devices', { q: typed, limit: 20 })).items.map(({ id, name }) => ({
              value: id,
              label: name,
            }))
          }
        />
        <NumberField form={form} name="level" label={t('device.level')} min={1} max={5} />
        <DateTimeField form={form} name="since" label={t('device.since')} />
        <MultiField form={form} name="states" label={t('device.kind')} choices={choices} />
        <TagsField form={form} name="tags" label={t('device.tags')} known={['NEXSIS', 'PoE']} />
        <SwitchField form={form} name="watched" label={t('device.watched')} />
        <TextField form={form} name="notes" label={t('device.notes')} isLong />
      </FormSection>
    </FormPage>
  )
}
