import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  EntityField,
  FormSection,
  OrganisationField,
  SelectField,
  TagsField,
  TextField,
  type Choice,
  type Form,
} from '#web/form.ts'
import { findResponsibles, findSites, findWords } from '../forms/find.ts'
import { useWords } from '../words.ts'
import type { AssetValues } from './values.ts'

interface Props {
  form: Form<AssetValues>
  isNew?: boolean
  site?: Choice | undefined
  responsible?: Choice | undefined
  /** Fields that other domains add. */
  more?: React.ReactNode
}

/** The fields of an asset, in sections. */
export function AssetForm({ form, isNew = false, site, responsible, more }: Props) {
  const { t } = useTranslation('estate')
  const words = useWords()
  const { organisationId } = form.values
  const { data: tags = [] } = useQuery({ queryKey: ['words', 'tag'], queryFn: () => findWords('tag', '') })
  return (
    <>
      <FormSection title={t('assets.formWhat')} help={t('assets.formWhatHelp')}>
        {isNew && <OrganisationField form={form} clears={['siteId', 'responsibleId']} />}
        <TextField form={form} name="name" label={t('assetField.name')} required autoFocus={isNew} />
        <SelectField
          form={form}
          name="kind"
          label={t('assetField.kind')}
          choices={words.assetKinds}
          required
        />
        <EntityField
          form={form}
          name="siteId"
          label={t('assetField.site')}
          find={(q) => findSites(q, organisationId)}
          current={site}
          isClearable
        />
        {more}
        <TextField form={form} name="description" label={t('assetField.description')} />
      </FormSection>
      <FormSection title={t('assets.formMake')} help={t('assets.formMakeHelp')}>
        <TextField form={form} name="vendor" label={t('assetField.vendor')} />
        <TextField form={form} name="model" label={t('assetField.model')} />
        <TextField form={form} name="serial" label={t('assetField.serial')} isMono />
        <TagsField form={form} name="macs" label={t('assetField.macs')} help={t('assets.macsHelp')} />
        <TextField form={form} name="firmware" label={t('assetField.firmware')} />
        <TextField form={form} name="os" label={t('assetField.os')} />
      </FormSection>
      <FormSection title={t('assets.formLife')} help={t('assets.formLifeHelp')}>
        <SelectField
          form={form}
          name="lifeCycle"
          label={t('assetField.lifeCycle')}
          choices={words.lifeCycles}
          required
        />
        <SelectField
          form={form}
          name="environment"
          label={t('assetField.environment')}
          choices={words.environments}
          required
        />
        <EntityField
          form={form}
          name="responsibleId"
          label={t('assetField.responsible')}
          help={t('assets.responsibleHelp')}
          find={(q) => findResponsibles(q, organisationId)}
          current={responsible}
          isClearable
        />
        <TagsField
          form={form}
          name="tags"
          label={t('assetField.tags')}
          known={tags.map(({ value }) => value)}
        />
        <TextField form={form} name="notes" label={t('assetField.notes')} isLong />
      </FormSection>
    </>
  )
}
