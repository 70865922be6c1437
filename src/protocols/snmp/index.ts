import { communitySecurity } from './community.ts'
import { createDevices, type Clone } from './devices.ts'
import { createExchange, type Counters } from './exchange.ts'
import { createLink } from './link.ts'
import { createSession, type SnmpSession } from './session.ts'
import { faultOfTarget, type SnmpTarget } from './target.ts'
import { userSecurity } from './v3/security.ts'

export { walkBudget, type WalkBudget } from './budget.ts'
export type { SnmpCredential, SnmpUser } from './credential.ts'
export type { Clone } from './devices.ts'
export { SnmpError, type SnmpErrorCode } from './error.ts'
export type { SnmpSession, TableWalk } from './session.ts'
export type { SnmpTarget } from './target.ts'
export { decodeMac, readableLine, readableText } from './text.ts'
export { isMissing, type SnmpValue, type Varbind } from './value.ts'

/** Speaks SNMP to any number of devices over one socket a family. */
export interface SnmpEngine {
  /**
   * Costs nothing until it is used; what is learned of the device is shared by all its sessions. A target that cannot
   * be used is the error of the first use, not of this.
   */
  session(target: SnmpTarget): SnmpSession
  /** Forgets what was learned of an address (its device was replaced). Sessions made before keep what they know. */
  forget(address: string, port?: number): void
  readonly counters: Readonly<Counters>
  stats(): Stats
  /** Ends all that is under way, with the code `closed`. */
  close(): void
}

export interface Stats extends Counters {
  devices: number
  /** Packets that an answer is awaited for. */
  inFlight: number
  /** A finding to report: state is kept by address, so they are supervised all the same. */
  clones: Clone[]
}

export function createSnmpEngine(options: { localAddress?: string } = {}): SnmpEngine {
  const exchange = createExchange(options.localAddress)
  const devices = createDevices()
  return {
    session(target) {
      const { address, port = 161, credential, timeoutMs = 2_000, retries = 1, anySource = false } = target
      const device = devices.at(address, port)
      const security =
        credential.version === '3'
          ? userSecurity(credential, device.engine, address)
          : communitySecurity(credential.version, credential.community)
      const fault = faultOfTarget(target)
      return createSession(createLink({ exchange, device, security, timeoutMs, retries, anySource, fault }))
    },
    forget: (address, port = 161) => devices.forget(address, port),
    counters: exchange.counters,
    stats: () => ({
      ...exchange.counters,
      devices: devices.size,
      inFlight: exchange.inFlight,
      clones: devices.clones(),
    }),
    close: () => exchange.close(),
  }
}
