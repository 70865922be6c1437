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
import { findSites } from '../forms/find.ts'
import { useWords } from '../words.ts'
import { ContactsField } from './ContactsField.tsx'
import type { SiteValues } from './values.ts'

interface Props {
  form: Form<SiteValues>
  isNew?: boolean
  parent?: Choice | undefined
}

/** The fields of a site, in sections. */
export function SiteForm({ form, isNew = false, parent }: Props) {
  const { t } = useTranslation('estate')
  const words = useWords()
  return (
    <>
      <FormSection title={t('sites.formWhat')} help={t('sites.formWhatHelp')}>
        {isNew && <OrganisationField form={form} clears={['parentId']} />}
        <TextField form={form} name="name" label={t('siteField.name')} required autoFocus={isNew} />
        <SelectField form={form} name="kind" label={t('siteField.kind')} choices={words.siteKinds} required />
        <EntityField
          form={form}
          name="parentId"
          label={t('siteField.parent')}
          help={t('sites.parentHelp')}
          find={(q) => findSites(q, form.values.organisationId)}
          current={parent}
          isClearable
        />
        <TextField form={form} name="code" label={t('siteField.code')} help={t('sites.codeHelp')} isMono />
        <SelectField
          form={form}
          name="level"
          label={t('siteField.level')}
          help={t('sites.levelHelp')}
          placeholder={t('levelWord.above')}
          choices={words.levels}
          isClearable
        />
      </FormSection>
      <FormSection title={t('sites.formWhere')} help={t('sites.formWhereHelp')}>
        <TextField form={form} name="street" label={t('siteField.street')} />
        <TextField form={form} name="postalCode" label={t('siteField.postalCode')} />
        <TextField form={form} name="city" label={t('siteField.city')} />
        <TextField
          form={form}
          name="country"
          label={t('siteField.country')}
          help={t('sites.countryHelp')}
          maxLength={2}
        />
        <NumberField form={form} name="latitude" label={t('siteField.latitude')} digits={6} unit="°" />
        <NumberField form={form} name="longitude" label={t('siteField.longitude')} digits={6} unit="°" />
      </FormSection>
      <FormSection title={t('siteField.contacts')} help={t('sites.contactsHelp')}>
        <ContactsField form={form} />
      </FormSection>
      <FormSection title={t('siteField.notes')}>
        <TextField form={form} name="notes" label={t('siteField.notes')} isLong />
      </FormSection>
    </>
  )
}
