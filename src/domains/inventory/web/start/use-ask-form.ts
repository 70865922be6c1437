import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch, useApi } from '#web/api.ts'
import { useFirstOrganisation, useForm } from '#web/form.ts'
import {
  checkCredential,
  createCredential,
  newCredential,
  secretFields,
  type CredentialValues,
} from '../credentials/values.ts'
import { startDiscovery } from '../discoveries/start.ts'
import { useDoubts } from '../discoveries/use-doubts.ts'

export interface StartValues extends CredentialValues {
  prefix: string
  siteName: string
  isConfirmed: boolean
  isOutside: boolean
}

/** The one form of the first visit. What it has made already is not made twice when it is sent again. */
export function useAskForm() {
  const { t } = useTranslation('inventory')
  const made = useRef({ siteId: '', siteName: '', credential: '', discoveryId: '' })
  const { doubts, noteDoubt } = useDoubts()
  const known = useApi('GET /credentials', { limit: 500 })
  const hasCredentials = (known.data?.total ?? 0) > 0
  const form = useForm<StartValues>({
    draft: 'start',
    initial: {
      ...newCredential(useFirstOrganisation(), 'SNMP'),
      prefix: '',
      siteName: '',
      isConfirmed: false,
      isOutside: false,
    },
    secrets: secretFields,
    check: (values) => ({
      ...(isAskedFor(values) ? checkCredential(t, values) : {}),
      prefix: values.prefix.trim() ? undefined : t('problem.prefix'),
      organisationId: values.organisationId ? undefined : t('organisationMissing'),
    }),
    submit: async (values) => {
      const organisationId = values.organisationId!
      const siteId = await siteNamed(values.siteName.trim(), organisationId, made.current)
      const credential = JSON.stringify([values.version, values.community, values.user, values.authKey])
      if (isAskedFor(values) && made.current.credential !== credential) {
        await createCredential({ ...values, name: nameOf(values, known.data?.items ?? []) })
        made.current.credential = credential
        await refetch(['GET /credentials'])
      }
      try {
        const { prefix, isConfirmed, isOutside } = values
        const ask = { prefix, siteId, credentialIds: [], isConfirmed, isOutside }
        made.current.discoveryId = await startDiscovery({ ...ask, organisationId })
      } catch (error) {
        noteDoubt(error)
        throw error
      }
    },
  })
  return { form, doubts, hasCredentials, startedId: () => made.current.discoveryId }
}

/** Nothing typed: devices are asked with the credentials that are there, or by ping alone. */
const isAskedFor = ({ version, community, user, authKey }: CredentialValues): boolean =>
  version === '3' ? user !== '' || authKey !== '' : community !== ''

/**
 * A name that nobody has to think of: where it is used first, "SNMP Brest"; where that is taken, with what tells it from the
 * other, "SNMP v3 Brest", and with a number at the last.
 */
function nameOf(
  { prefix, siteName, version, user }: StartValues,
  known: readonly { name: string }[],
): string {
  const where = siteName.trim() || prefix.trim()
  const taken = new Set(known.map(({ name }) => name))
  const versioned = `SNMP v${version} ${where}`
  const names = [`SNMP ${where}`, versioned, ...(user ? [`${versioned} (${user})`] : [])]
  const free = names.find((name) => !taken.has(name))
  if (free) return free
  let count = 2
  while (taken.has(`${versioned} (${count})`)) count++
  return `${versioned} (${count})`
}

/** The site of this name, made where there is none. */
async function siteNamed(
  name: string,
  organisationId: string,
  made: { siteId: string; siteName: string },
): Promise<string | null> {
  if (name === '') return null
  if (made.siteName === name) return made.siteId
  const { items } = await api('GET /sites', { organisationId, q: name, limit: 50 })
  const there = items.find((site) => site.name.toLowerCase() === name.toLowerCase())
  made.siteId = (there ?? (await api('POST /sites', { organisationId, name }))).id
  made.siteName = name
  return made.siteId
}
