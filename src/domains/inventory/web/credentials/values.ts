import type { TFunction } from 'i18next'
import { api, type Input } from '#web/api.ts'
import type { Faults } from '#web/form/use-form.ts'
import type { levels, snmpVersions } from '../../contract/words.ts'
import type { CredentialRow } from '../words.ts'

export interface CredentialValues {
  organisationId: string | null
  name: string
  version: (typeof snmpVersions)[number]
  port: string
  community: string
  user: string
  level: (typeof levels)[number]
  authProtocol: string
  authKey: string
  privProtocol: string
  privKey: string
}

/** Never kept as a draft in the browser. */
export const secretFields = ['community', 'authKey', 'privKey'] as const

export const newCredential = (organisationId: string | null, name: string): CredentialValues => ({
  organisationId,
  name,
  version: '2c',
  port: '161',
  community: '',
  user: '',
  level: 'authPriv',
  authProtocol: 'sha256',
  authKey: '',
  privProtocol: 'aes128',
  privKey: '',
})

export function valuesOf({ organisationId, name, settings }: CredentialRow): CredentialValues {
  const base = {
    ...newCredential(organisationId, name),
    port: String(settings.port),
    version: settings.version,
  }
  if (settings.version !== '3') return base
  const { user, level, authProtocol, privProtocol } = settings
  return { ...base, user, level, authProtocol, privProtocol }
}

/** What is wrong before it is sent. An existing credential keeps the secrets that are left empty. */
export function checkCredential(
  t: TFunction<'inventory'>,
  values: CredentialValues,
  before?: CredentialRow,
): Faults<CredentialValues> {
  const faults: Faults<CredentialValues> = {}
  const { version, level } = values
  const isKept = before?.settings.version === version
  if (!values.name.trim()) faults.name = t('credential.nameMissing')
  if (!/^\d+$/.test(values.port) || Number(values.port) < 1 || Number(values.port) > 65_535)
    faults.port = t('credential.portWrong')
  if (version !== '3') {
    if (!values.community && !isKept) faults.community = t('problem.communityMissing')
    return faults
  }
  if (!values.user.trim()) faults.user = t('credential.userMissing')
  const isShort = (key: string) => (key === '' ? !isKept : key.length < 8)
  if (level !== 'noAuthNoPriv' && isShort(values.authKey)) faults.authKey = t('problem.authKeyMissing')
  if (level === 'authPriv' && isShort(values.privKey)) faults.privKey = t('problem.privKeyMissing')
  return faults
}

type Sent = Input<'POST /credentials'>

/** What the API takes of it. */
export function inputOf(values: CredentialValues): Pick<Sent, 'name' | 'settings' | 'secret'> {
  const { name, version, level } = values
  const port = Number(values.port)
  if (version !== '3')
    return {
      name,
      settings: { version, port },
      secret: values.community ? { community: values.community } : {},
    }
  return {
    name,
    settings: {
      version,
      port,
      user: values.user,
      level,
      authProtocol: values.authProtocol,
      privProtocol: values.privProtocol,
    } as Sent['settings'],
    secret: {
      ...(level !== 'noAuthNoPriv' && values.authKey ? { authKey: values.authKey } : {}),
      ...(level === 'authPriv' && values.privKey ? { privKey: values.privKey } : {}),
    },
  }
}

export const createCredential = (values: CredentialValues) =>
  api('POST /credentials', { ...inputOf(values), organisationId: values.organisationId! })
