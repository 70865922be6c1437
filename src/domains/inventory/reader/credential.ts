import type { SnmpCredential } from '#protocols/snmp/index'
import type { OpenCredential } from '../credentials/door.ts'

/** A kept credential as the SNMP engine takes it. */
export function snmpCredential({ settings, secret }: OpenCredential): SnmpCredential {
  if (settings.version !== '3') return { version: settings.version, community: secret.community ?? '' }
  return {
    version: '3',
    user: settings.user,
    level: settings.level,
    authProtocol: settings.authProtocol,
    authKey: secret.authKey,
    privProtocol: settings.privProtocol,
    privKey: secret.privKey,
    context: settings.context,
  }
}
