import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import {
  EntityField,
  FormDrawer,
  MultiField,
  OrganisationField,
  TextField,
  useFirstOrganisation,
  useForm,
} from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { Confirmations } from './Confirmations.tsx'
import { findSites } from './find-sites.ts'
import { NetworkChoices } from './NetworkChoices.tsx'
import { startDiscovery, type Ask } from './start.ts'
import { useDoubts } from './use-doubts.ts'

type Values = Omit<Ask, 'organisationId'> & { organisationId: string | null }

export function StartDiscovery({ close }: { close: () => void }) {
  const { t } = useTranslation('inventory')
  const started = useRef('')
  const { doubts, noteDoubt } = useDoubts()
  const credentials = useApi('GET /credentials', { limit: 500 })
  const form = useForm<Values>({
    draft: 'discovery:new',
    initial: {
      organisationId: useFirstOrganisation(),
      prefix: '',
      siteId: null,
      credentialIds: [],
      isConfirmed: false,
      isOutside: false,
    },
    check: ({ prefix, organisationId }) => ({
      prefix: prefix.trim() ? undefined : t('problem.prefix'),
      organisationId: organisationId ? undefined : t('organisationMissing'),
    }),
    submit: async (values) => {
      try {
        started.current = await startDiscovery({ ...values, organisationId: values.organisationId! })
      } catch (error) {
        noteDoubt(error)
        throw error
      }
    },
  })
  const { organisationId } = form.values
  const offered = (credentials.data?.items ?? []).filter((one) => one.organisationId === organisationId)
  const credentialsHelp = !organisationId
    ? 'credentialsWhose'
    : offered.length > 0
      ? 'credentialsHelp'
      : 'credentialsNone'
  return (
    <FormDrawer
      form={form}
      title={t('discoveries.start')}
      verb={t('discoveries.start')}
      onClose={close}
      done={() => go(`/discoveries/${started.current}`)}
    >
      <OrganisationField form={form} clears={['siteId', 'credentialIds']} />
      <TextField
        form={form}
        name="prefix"
        label={t('discovery.prefix')}
        help={t('discovery.prefixHelp')}
        placeholder="10.1.2.0/24"
        required
        isMono
        autoFocus
        maxLength={50}
      />
      <NetworkChoices choose={(prefix) => form.set('prefix', prefix)} chosen={form.values.prefix} />
      <Confirmations form={form} doubts={doubts} />
      <EntityField
        form={form}
        name="siteId"
        label={t('discovery.site')}
        help={t('discovery.siteHelp')}
        find={(typed) => findSites(typed, organisationId)}
        isClearable
      />
      <MultiField
        form={form}
        name="credentialIds"
        label={t('discovery.credentials')}
        help={credentials.data && t(`discovery.${credentialsHelp}`)}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormDrawer>
  )
}
