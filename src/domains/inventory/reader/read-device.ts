import { SnmpError, walkBudget, type SnmpSession, type TableWalk, type Varbind } from '#protocols/snmp/index'
import { makerOids } from '../identify/maker-oids.ts'
import { addressInterface, entityColumns, interfaceColumns, scalars } from '../identify/oids.ts'
import type { DeviceReading } from '../identify/reading.ts'
import { enterpriseOf, isGenericAgent } from '../identify/vendors.ts'
import { named, rowsOf } from './plain.ts'

export type Asked = Pick<SnmpSession, 'get' | 'walk' | 'walkTable'>

/**
 * Asks a device for all that identifies it. Tables that it breaks off count as far as they came, and all of them together
 * cost no more than one device may. @throws SnmpError
 */
export async function readDevice(session: Asked, signal: AbortSignal): Promise<DeviceReading> {
  const said = named(scalars, await session.get(Object.values(scalars), { signal }))
  const own = ownOids(said.sysObjectID)
  const options = { signal, keepPartial: true, budget: walkBudget() }
  const table = (columns: Record<string, string>) =>
    orNothing<Pick<TableWalk, 'rows' | 'isComplete'>>(
      () => session.walkTable(Object.values(columns), options),
      { rows: new Map(), isComplete: false },
    )
  const addresses = () =>
    orNothing<Varbind[]>(async () => (await session.walk(addressInterface, options)).varbinds, [])
  const makers = named(own, await session.get(Object.values(own), { signal }))
  const entities = await table(entityColumns)
  const interfaces = await table(interfaceColumns)
  return {
    scalars: said,
    own: makers,
    entities: rowsOf(entityColumns, entities.rows),
    interfaces: rowsOf(interfaceColumns, interfaces.rows),
    hasAllInterfaces: interfaces.isComplete && interfaces.rows.size > 0,
    addresses: new Map(
      (await addresses())
        .filter(({ value }) => value.type === 'integer')
        .map(({ oid, value }) => [oid.slice(addressInterface.length + 1), Number(value.value)]),
    ),
  }
}

/** The OIDs of the maker's own MIB, each under itself as its name. */
function ownOids(objectId: string | number | undefined): Record<string, string> {
  const enterprise = enterpriseOf(objectId === undefined ? undefined : String(objectId))
  const { model, serial, firmware } = makerOids(enterprise, isGenericAgent(enterprise))
  return Object.fromEntries([...model, ...serial, ...firmware].map((oid) => [oid, oid]))
}

/** A table that a device cannot give is empty; the rest of what it says stays. */
async function orNothing<T>(read: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SnmpError && error.code !== 'aborted' && error.code !== 'closed') return nothing
    throw error
  }
}
