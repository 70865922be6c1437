import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, SwitchField, TextField, type Form } from '#web/form.ts'
import { useWords } from '../words.ts'

export type InterfaceValues = {
  name: string
  alias: string
  description: string
  kind: string | null
  mac: string
  speedBps: number | null
  vlan: number | null
  mtu: number | null
  isEnabled: boolean
}

interface Props<V extends InterfaceValues> {
  form: Form<V>
  /** Its device names it: nobody else does. */
  isNamed?: boolean
}

export function InterfaceFields<V extends InterfaceValues>({ form: given, isNamed = false }: Props<V>) {
  const { t } = useTranslation('network')
  const words = useWords()
  const form = given as unknown as Form<InterfaceValues>
  return (
    <>
      {!isNamed && (
        <TextField form={form} name="name" label={t('interface.name')} isMono required autoFocus />
      )}
      <TextField form={form} name="alias" label={t('interface.alias')} help={t('interfaces.aliasHelp')} />
      <TextField form={form} name="description" label={t('interface.description')} />
      <SelectField
        form={form}
        name="kind"
        label={t('interface.kind')}
        choices={words.interfaceKinds}
        required
      />
      <NumberField form={form} name="vlan" label={t('interface.vlan')} />
      <NumberField form={form} name="speedBps" label={t('interface.speedShort')} digits={3} unit="Mbit/s" />
      <TextField form={form} name="mac" label={t('interface.mac')} isMono />
      <NumberField form={form} name="mtu" label={t('interface.mtu')} unit={t('bytes')} />
      <SwitchField form={form} name="isEnabled" label={t('interfaces.on')} />
    </>
  )
}
