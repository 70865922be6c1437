import type { TFunction } from 'i18next'
import type { CredentialRow } from '../words.ts'

/** "SNMP 3 · vigie · SHA-256, AES-128": what is not secret of it, in a line. */
export function methodOf(t: TFunction<'inventory'>, { settings }: CredentialRow): string {
  const version = t(`snmpVersion.${settings.version}`)
  if (settings.version !== '3') return version
  const protocols = [
    settings.level !== 'noAuthNoPriv' && t(`authProtocol.${settings.authProtocol}`),
    settings.level === 'authPriv' && t(`privProtocol.${settings.privProtocol}`),
  ].filter(Boolean)
  return [version, settings.user, protocols.join(', ')].filter(Boolean).join(' · ')
}
