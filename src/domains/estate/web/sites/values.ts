import type { TFunction } from 'i18next'
import type { Faults } from '#web/form/use-form.ts'
import type { SiteFull, SiteRow } from '../words.ts'

type Contact = SiteRow['contacts'][number]

/** A site as its form holds it. */
export type SiteValues = {
  organisationId: string | null
  parentId: string | null
  name: string
  kind: string | null
  code: string
  level: string | null
  street: string
  postalCode: string
  city: string
  country: string
  latitude: number | null
  longitude: number | null
  contacts: Contact[]
  notes: string
}

export function newSite(organisationId: string | null, parentId: string | null): SiteValues {
  return {
    organisationId,
    parentId,
    name: '',
    kind: parentId ? 'building' : 'site',
    code: '',
    level: null,
    street: '',
    postalCode: '',
    city: '',
    country: 'FR',
    latitude: null,
    longitude: null,
    contacts: [],
    notes: '',
  }
}

export function valuesOf(site: SiteRow | SiteFull): SiteValues {
  const { organisationId, parentId, name, kind, code, street, postalCode, city, country } = site
  const { latitude, longitude, contacts, notes } = site
  const level = site.level === null ? null : String(site.level)
  return {
    organisationId,
    parentId,
    name,
    kind,
    code,
    level,
    street,
    postalCode,
    city,
    country,
    latitude,
    longitude,
    contacts,
    notes,
  }
}

/** As the API takes them. */
export function inputOf({ kind, level, contacts, ...values }: SiteValues) {
  return {
    ...values,
    // Said once, where the thing is created.
    organisationId: undefined,
    kind: kind as SiteRow['kind'],
    level: level === null ? null : Number(level),
    contacts: contacts.filter(({ name, phone, email }) => name || phone || email),
  }
}

export function checkSite(t: TFunction<'estate'>) {
  return (values: SiteValues): Faults<SiteValues> => ({
    organisationId: values.organisationId ? undefined : t('organisationMissing'),
    name: values.name.trim() ? undefined : t('nameMissing'),
    country: /^[a-z]{2}$/i.test(values.country) ? undefined : t('sites.countryWrong'),
    latitude: within(values.latitude, 90) ? undefined : t('sites.latitudeWrong'),
    longitude: !within(values.longitude, 180)
      ? t('sites.longitudeWrong')
      : (values.latitude === null) === (values.longitude === null)
        ? undefined
        : t('problem.coordinates'),
    contacts: values.contacts.some(({ name, phone, email }) => !name.trim() && (phone || email))
      ? t('sites.contactName')
      : undefined,
  })
}

const within = (value: number | null, most: number) => value === null || Math.abs(value) <= most
