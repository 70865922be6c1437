import { packetId, type Target } from './ask.ts'
import type { SnmpCredential } from './credential.ts'
import { createDeviceState, type DeviceState } from './device.ts'
import { createExchange, type Counters } from './exchange.ts'
import { createSession, type SnmpSession } from './session.ts'

export type { AuthProtocol, PrivProtocol, SnmpCredential, SnmpUser } from './credential.ts'
export { SnmpError, type SnmpErrorCode } from './error.ts'
export { compareOids, type SnmpSession, type TableWalk, type Walk } from './session.ts'
export { decodeMac, decodeText } from './text.ts'
export { isMissing, type SnmpValue, type Varbind } from './value.ts'

export interface SnmpTarget {
  address: string
  port?: number
  credential: SnmpCredential
  /** For one try; 2,000 unless said. */
  timeoutMs?: number
  /** After the first try; 1 unless said. */
  retries?: number
  anySource?: boolean
}

/** Speaks SNMP to any number of devices over one socket a family. */
export interface SnmpEngine {
  /** Costs nothing until it is used; what is learned of the device is shared by all its sessions. */
  session(target: SnmpTarget): SnmpSession
  /** Forgets what was learned of an address (its device was replaced). */
  forget(address: string, port?: number): void
  readonly counters: Readonly<Counters>
  close(): void
}

export function createSnmpEngine(options: { localAddress?: string } = {}): SnmpEngine {
  const exchange = createExchange(packetId, options.localAddress)
  const devices = new Map<string, DeviceState>()

  function deviceAt(key: string): DeviceState {
    const before = devices.get(key)
    if (before) return before
    const made = createDeviceState()
    devices.set(key, made)
    return made
  }

  return {
    session({ address, port = 161, credential, timeoutMs = 2_000, retries = 1, anySource = false }) {
      const device = deviceAt(`${address} ${port}`)
      const target: Target = {
        address,
        port,
        credential,
        timeoutMs,
        retries,
        anySource,
        engine: device.engine,
      }
      return createSession(exchange, target, device)
    },
    forget: (address, port = 161) => void devices.delete(`${address} ${port}`),
    counters: exchange.counters,
    close: () => exchange.close(),
  }
}
