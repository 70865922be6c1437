import type { Override } from '../daemons/snmpd-overrides.ts'
import type { TestHouse } from '../house.ts'

/** What a port of a simulated device counts. */
export interface TestPort {
  index: number
  name: string
  admin?: number
  oper?: number
  speedMbps?: number
  inOctets?: bigint
  outOctets?: bigint
  inErrors?: number
}

/** The rows of ifTable and ifXTable that real switches show for such a port. */
export function portRows(port: TestPort): Override[] {
  const { index, name, admin = 1, oper = 1, speedMbps = 1_000 } = port
  const table = '1.3.6.1.2.1.2.2.1'
  const extended = '1.3.6.1.2.1.31.1.1.1'
  return [
    { oid: `${table}.1.${index}`, type: 'integer', value: index },
    { oid: `${table}.2.${index}`, type: 'octet', value: name },
    { oid: `${table}.3.${index}`, type: 'integer', value: 6 },
    { oid: `${table}.5.${index}`, type: 'gauge', value: Math.min(speedMbps * 1e6, 4_294_967_295) },
    { oid: `${table}.7.${index}`, type: 'integer', value: admin },
    { oid: `${table}.8.${index}`, type: 'integer', value: oper },
    { oid: `${table}.13.${index}`, type: 'counter', value: 0 },
    { oid: `${table}.14.${index}`, type: 'counter', value: port.inErrors ?? 0 },
    { oid: `${table}.19.${index}`, type: 'counter', value: 0 },
    { oid: `${table}.20.${index}`, type: 'counter', value: 0 },
    { oid: `${extended}.1.${index}`, type: 'octet', value: name },
    { oid: `${extended}.6.${index}`, type: 'counter64', value: port.inOctets ?? 0n },
    { oid: `${extended}.10.${index}`, type: 'counter64', value: port.outOctets ?? 0n },
    { oid: `${extended}.15.${index}`, type: 'gauge', value: speedMbps },
    { oid: `${extended}.18.${index}`, type: 'octet', value: '' },
  ]
}

/** An asset with an address, put there as a person does: what pings are for. */
export async function addAsset(
  house: TestHouse,
  name: string,
  address: string,
  siteId?: string,
): Promise<string> {
  const { admin, organisationId } = house
  const asset = await admin.call('POST /assets', { organisationId, name, siteId: siteId ?? null })
  await admin.call('POST /addresses', { assetId: asset.id, address })
  return asset.id
}

/** Looks for devices in a prefix and takes all that it finds into the estate. @returns their assets' ids */
export async function discover(house: TestHouse, prefix: string): Promise<string[]> {
  const { admin, organisationId } = house
  const { id } = await admin.call('POST /discoveries', { organisationId, prefix })
  await until(async () => (await admin.call('GET /discoveries/:id', { id })).state === 'done')
  return (await admin.call('POST /proposals/accept', { discoveryId: id })).assetIds
}

/** Asks again until it holds. */
export async function until(holds: () => Promise<boolean>, longestMs = 25_000): Promise<void> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > longestMs) throw new Error('it did not come to hold')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
