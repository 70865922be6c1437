import type { TFunction } from 'i18next'
import type { Faults } from '#web/form/use-form.ts'
import type { AssetRow } from '../words.ts'

/** An asset as its form holds it. */
export type AssetValues = {
  organisationId: string | null
  siteId: string | null
  kind: string | null
  name: string
  description: string
  vendor: string
  model: string
  serial: string
  firmware: string
  os: string
  macs: string[]
  environment: string | null
  responsibleId: string | null
  lifeCycle: string | null
  tags: string[]
  notes: string
}

export function newAsset(organisationId: string | null, siteId: string | null): AssetValues {
  return {
    organisationId,
    siteId,
    kind: null,
    name: '',
    description: '',
    vendor: '',
    model: '',
    serial: '',
    firmware: '',
    os: '',
    macs: [],
    environment: 'production',
    responsibleId: null,
    lifeCycle: 'in-service',
    tags: [],
    notes: '',
  }
}

export function valuesOf(asset: AssetRow): AssetValues {
  const { organisationId, siteId, kind, name, description, vendor, model, serial } = asset
  const { firmware, os, macs, environment, responsibleId, lifeCycle, tags, notes } = asset
  return {
    organisationId,
    siteId,
    kind,
    name,
    description,
    vendor,
    model,
    serial,
    firmware,
    os,
    macs,
    environment,
    responsibleId,
    lifeCycle,
    tags,
    notes,
  }
}

/** As the API takes them. */
export function inputOf({ kind, environment, lifeCycle, ...values }: AssetValues) {
  return {
    ...values,
    // Said once, where the thing is created.
    organisationId: undefined,
    kind: kind as AssetRow['kind'],
    environment: environment as AssetRow['environment'],
    lifeCycle: lifeCycle as AssetRow['lifeCycle'],
  }
}

export function checkAsset(t: TFunction<'estate'>) {
  return (values: AssetValues): Faults<AssetValues> => ({
    organisationId: values.organisationId ? undefined : t('organisationMissing'),
    name: values.name.trim() ? undefined : t('nameMissing'),
    kind: values.kind ? undefined : t('assets.kindMissing'),
    macs: values.macs.every((mac) => /^[0-9a-f]{12}$/i.test(mac.replaceAll(/[\s:.-]/g, '')))
      ? undefined
      : t('problem.mac'),
  })
}
