import { useTranslation } from 'react-i18next'
import { toast } from '../../components/toast.ts'
import {
  FormDrawer,
  NumberField,
  SelectField,
  SwitchField,
  TagsField,
  TextField,
  useForm,
} from '../../form.ts'

const initial = {
  name: '',
  kind: 'switch' as string | null,
  serial: '',
  level: 3 as number | null,
  tags: [] as string[],
  watched: true,
  notes: '',
}

export function DeviceDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('gallery')
  const kinds = ['router', 'switch', 'access-point', 'ups', 'server', 'camera'] as const
  const form = useForm({
    draft: 'device:new',
    initial,
    check: ({ name }) => ({ name: name.trim() === '' ? t('device.nameMissing') : undefined }),
    submit: async ({ name }) => toast({ message: name }),
  })
  return (
    <FormDrawer isOpen={isOpen} form={form} title={t('device.new')} verb={t('device.new')} onClose={onClose}>
      <TextField form={form} name="name" label={t('device.name')} required autoFocus />
      <SelectField
        form={form}
        name="kind"
        label={t('device.kind')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField form={form} name="serial" label={t('device.serial')} help={t('device.serialHelp')} isMono />
      <NumberField form={form} name="level" label={t('device.level')} min={1} max={5} />
      <TagsField form={form} name="tags" label={t('device.tags')} known={['NEXSIS', 'PoE']} />
      <SwitchField form={form} name="watched" label={t('device.watched')} />
      <TextField form={form} name="notes" label={t('device.notes')} isLong />
    </FormDrawer>
  )
}
