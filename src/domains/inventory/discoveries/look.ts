import type { SnmpEngine } from '#protocols/snmp/index'
import type { OpenCredential } from '../credentials/door.ts'
import { identify } from '../identify/facts.ts'
import { interfacesIn } from '../identify/interfaces.ts'
import type { Found } from '../proposals/record.ts'
import { findCredential } from '../reader/find-credential.ts'
import { readDevice } from '../reader/read-device.ts'

/** What can be learned of an address that answers. A device without SNMP is found all the same. */
export async function lookAt(
  engine: SnmpEngine,
  address: string,
  roundTripMs: number | null,
  credentials: readonly OpenCredential[],
  signal: AbortSignal,
): Promise<Found> {
  const nothing: Found = {
    address,
    roundTripMs,
    facts: {},
    sources: {},
    interfaces: [],
    addresses: [address],
    credential: undefined,
  }
  const answered = await findCredential(engine, address, credentials, signal)
  if (!answered) return nothing
  const { credential, session } = answered
  const known = { ...nothing, credential: { id: credential.id, port: credential.settings.port } }
  try {
    const reading = await readDevice(session, signal)
    const own = [...reading.addresses.keys()].filter((one) => !one.startsWith('127.') && one !== '0.0.0.0')
    return {
      ...known,
      ...identify(reading),
      interfaces: interfacesIn(reading),
      addresses: [...new Set([address, ...own])],
    }
  } catch {
    // It answered once and stopped: that it speaks SNMP is kept, the rest is read at the next discovery.
    return known
  }
}
