import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { EntityField, FormDrawer, useForm, type Choice } from '#web/form.ts'
import { findAssets } from '../find.ts'
import type { InterfaceRow } from '../words.ts'
import { InterfaceFields, type InterfaceValues } from './InterfaceFields.tsx'

const empty: InterfaceValues = {
  name: '',
  alias: '',
  description: '',
  kind: 'ethernet',
  mac: '',
  speedBps: null,
  vlan: null,
  mtu: null,
  isEnabled: true,
}
const read = () => refetch(['GET /interfaces', 'GET /interfaces/:id'])

/** Writes in an interface that no device tells of. */
export function NewInterface({ asset, close }: { asset?: Choice | undefined; close: () => void }) {
  const { t } = useTranslation('network')
  const form = useForm({
    draft: `interface:new:${asset?.value ?? ''}`,
    initial: { ...empty, assetId: asset?.value ?? (null as string | null) },
    check: (values) => ({
      assetId: values.assetId ? undefined : t('addresses.assetMissing'),
      ...checkInterface(t)(values),
    }),
    submit: async ({ assetId, ...values }) => {
      const { name } = await api('POST /interfaces', { assetId: assetId!, ...inputOf(values) })
      toast({ message: t('interfaces.created', { name }) })
      await read()
    },
  })
  return (
    <FormDrawer form={form} title={t('interfaces.create')} verb={t('create')} onClose={close}>
      {!asset && (
        <EntityField
          form={form}
          name="assetId"
          label={t('interface.asset')}
          find={(q) => findAssets(q)}
          required
          autoFocus
        />
      )}
      <InterfaceFields form={form} />
    </FormDrawer>
  )
}

/** What is written here stays when the device tells otherwise; what is emptied, the device tells again. */
export function EditInterface({ of: row, close }: { of: InterfaceRow; close: () => void }) {
  const { t } = useTranslation('network')
  const { id } = row
  const form = useForm({
    draft: `interface:${id}`,
    initial: valuesOf(row),
    version: row.version,
    check: checkInterface(t),
    submit: async (values, ifMatch) => {
      await api('PATCH /interfaces/:id', { id, ...inputOf(values) }, { ifMatch: ifMatch! })
      await read()
    },
    reload: async () => {
      const now = await api('GET /interfaces/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <FormDrawer form={form} title={t('editTitle', { name: row.name })} verb={t('save')} onClose={close}>
      <InterfaceFields form={form} isNamed={row.source === 'discovered'} />
    </FormDrawer>
  )
}

/** Speeds in Mbit/s, as people say them. */
function valuesOf({ name, alias, description, kind, mac, speedBps, vlan, mtu, isEnabled }: InterfaceRow) {
  const speed = speedBps === null ? null : speedBps / 1e6
  return {
    name,
    alias,
    description,
    kind: kind as string,
    mac: mac ?? '',
    speedBps: speed,
    vlan,
    mtu,
    isEnabled,
  }
}

function inputOf({ kind, mac, speedBps, ...values }: InterfaceValues) {
  return {
    ...values,
    name: values.name.trim(),
    kind: (kind ?? 'other') as InterfaceRow['kind'],
    mac: mac.trim() === '' ? null : mac.trim(),
    speedBps: speedBps === null ? null : Math.round(speedBps * 1e6),
  }
}

const checkInterface = (t: TFunction<'network'>) => (values: InterfaceValues) => ({
  name: values.name.trim() ? undefined : t('nameMissing'),
  vlan:
    values.vlan === null || (values.vlan >= 1 && values.vlan <= 4_094)
      ? undefined
      : t('interfaces.vlanWrong'),
})
