import { useTranslation } from 'react-i18next'
import {
  EntityField,
  FormSection,
  NumberField,
  OrganisationField,
  SelectField,
  TextField,
  type Choice,
  type Form,
} from '#web/form.ts'
import { findAssets, findSites } from '../find.ts'
import { InterfaceField } from '../forms/InterfaceField.tsx'
import { useWords } from '../words.ts'
import type { CircuitValues } from './values.ts'

interface Props {
  form: Form<CircuitValues>
  isNew?: boolean
  site?: Choice | undefined
  farSite?: Choice | undefined
  asset?: Choice | undefined
  port?: Choice | undefined
}

/** The fields of a circuit, in sections: first what is needed on the phone. */
export function CircuitForm({ form, isNew = false, site, farSite, asset, port }: Props) {
  const { t } = useTranslation('network')
  const words = useWords()
  const { organisationId } = form.values
  const ofOrganisation = (find: typeof findSites) => (q: string) => find(q, organisationId)
  return (
    <>
      <FormSection title={t('circuits.formWhat')} help={t('circuits.formWhatHelp')}>
        {isNew && (
          <OrganisationField form={form} clears={['siteId', 'farSiteId', 'assetId', 'interfaceId']} />
        )}
        <TextField form={form} name="name" label={t('circuit.name')} required autoFocus={isNew} />
        <TextField form={form} name="operator" label={t('circuit.operator')} />
        <TextField
          form={form}
          name="lineIdentifier"
          label={t('circuit.lineIdentifier')}
          help={t('circuits.lineHelp')}
          isMono
        />
        <SelectField
          form={form}
          name="technology"
          label={t('circuit.technology')}
          choices={words.technologies}
          required
        />
        <TextField form={form} name="contract" label={t('circuit.contract')} />
      </FormSection>
      <FormSection title={t('circuits.support')} help={t('circuits.supportHelp')}>
        <TextField form={form} name="supportPhone" label={t('circuit.supportPhone')} type="tel" />
        <TextField form={form} name="supportEmail" label={t('circuit.supportEmail')} type="email" />
        <NumberField
          form={form}
          name="targetToRestoreMinutes"
          label={t('circuit.targetShort')}
          help={t('circuits.targetHelp')}
          digits={2}
          unit="h"
        />
      </FormSection>
      <FormSection title={t('circuits.ends')} help={t('circuits.endsHelp')}>
        <EntityField
          form={form}
          name="siteId"
          label={t('circuit.site')}
          find={ofOrganisation(findSites)}
          current={site}
          isClearable
        />
        <EntityField
          form={form}
          name="farSiteId"
          label={t('circuit.farSite')}
          find={ofOrganisation(findSites)}
          current={farSite}
          isClearable
        />
        <EntityField
          form={form}
          name="assetId"
          label={t('circuit.asset')}
          find={ofOrganisation(findAssets)}
          current={asset}
          isClearable
        />
        <InterfaceField
          form={form}
          name="interfaceId"
          label={t('circuit.interface')}
          assetId={form.values.assetId}
          current={form.values.assetId === asset?.value ? port : undefined}
        />
      </FormSection>
      <FormSection title={t('circuits.formSpeed')}>
        <NumberField form={form} name="downBps" label={t('circuit.downShort')} digits={3} unit="Mbit/s" />
        <NumberField form={form} name="upBps" label={t('circuit.upShort')} digits={3} unit="Mbit/s" />
      </FormSection>
      <FormSection title={t('circuit.notes')}>
        <TextField form={form} name="notes" label={t('circuit.notes')} isLong />
      </FormSection>
    </>
  )
}
