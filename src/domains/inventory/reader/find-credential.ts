import { SnmpError, type SnmpEngine, type SnmpSession } from '#protocols/snmp/index'
import type { OpenCredential } from '../credentials/door.ts'
import { scalars } from '../identify/oids.ts'
import { snmpCredential } from './credential.ts'

const tryMs = 1_000

/**
 * The first credential that a device answers to, tried in order, one at a time: a device that counts refusals must not
 * lock its users out.
 */
export async function findCredential(
  engine: SnmpEngine,
  address: string,
  credentials: readonly OpenCredential[],
  signal: AbortSignal,
): Promise<{ credential: OpenCredential; session: SnmpSession } | undefined> {
  for (const credential of credentials) {
    if (signal.aborted) return undefined
    const target = { address, port: credential.settings.port, credential: snmpCredential(credential) }
    const probe = engine.session({ ...target, timeoutMs: tryMs, retries: 1 })
    try {
      await probe.get([scalars.sysObjectID, scalars.sysDescr], { signal })
      return { credential, session: engine.session(target) }
    } catch (error) {
      if (!(error instanceof SnmpError)) throw error
    }
  }
  return undefined
}
