import type { SnmpEngine } from '#protocols/snmp/index'
import type { OpenCredential } from '../credentials/door.ts'
import { addressesIn } from '../identify/addresses.ts'
import { identify } from '../identify/facts.ts'
import { interfacesIn, mostInterfaces } from '../identify/interfaces.ts'
import { foundNothing, type Found } from '../proposals/found.ts'
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
  const nothing = foundNothing(address, roundTripMs)
  const answered = await findCredential(engine, address, credentials, signal)
  if (!answered) return nothing
  const { credential, session } = answered
  const known = { ...nothing, credential: { id: credential.id, port: credential.settings.port } }
  try {
    const reading = await readDevice(session, signal)
    return {
      ...known,
      ...identify(reading),
      interfaces: interfacesIn(reading),
      hasAllInterfaces: reading.hasAllInterfaces && reading.interfaces.size <= mostInterfaces,
      addresses: addressesIn(reading),
    }
  } catch {
    // It answered once and stopped: that it speaks SNMP is kept, the rest is read at the next discovery.
    return known
  }
}
