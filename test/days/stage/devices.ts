import type { Override } from '../../daemons/snmpd.ts'

const ifTable = '1.3.6.1.2.1.2.2.1'
const ifXTable = '1.3.6.1.2.1.31.1.1.1'
const entity = '1.3.6.1.2.1.47.1.1.1.1'

/** What makes a plain agent look like a switch: interfaces, a chassis with its model, serial and firmware. */
export function switchRows(given: {
  ports: number
  model: string
  serial: string
  firmware: string
  macPrefix: string
  /** What the first port receives and sends, in octets a second, as its counters tell; nothing moves on the others. */
  traffic?: { in: number; out: number }
}): Override[] {
  const rows: Override[] = [
    { oid: `${entity}.2.1`, type: 'octet', value: `${given.model} chassis` },
    { oid: `${entity}.4.1`, type: 'integer', value: 0 },
    { oid: `${entity}.5.1`, type: 'integer', value: 3 },
    { oid: `${entity}.10.1`, type: 'octet', value: given.firmware },
    { oid: `${entity}.11.1`, type: 'octet', value: given.serial },
    { oid: `${entity}.12.1`, type: 'octet', value: 'Cisco' },
    { oid: `${entity}.13.1`, type: 'octet', value: given.model },
    { oid: '1.3.6.1.2.1.17.1.2.0', type: 'integer', value: given.ports },
  ]
  for (let port = 1; port <= given.ports; port += 1) rows.push(...portRows(port, given.macPrefix))
  const { traffic } = given
  return traffic ? rows.map((row) => ({ ...row, ...growth(row.oid, traffic) })) : rows
}

function growth(oid: string, traffic: { in: number; out: number }): { perSecond?: number } {
  if (oid === `${ifXTable}.6.1`) return { perSecond: traffic.in }
  return oid === `${ifXTable}.10.1` ? { perSecond: traffic.out } : {}
}

function portRows(port: number, macPrefix: string): Override[] {
  const name = `GigabitEthernet1/0/${port}`
  const mac = Buffer.from(`${macPrefix}${port.toString(16).padStart(2, '0')}`, 'hex')
  return [
    { oid: `${ifTable}.1.${port}`, type: 'integer', value: port },
    { oid: `${ifTable}.2.${port}`, type: 'octet', value: name },
    { oid: `${ifTable}.3.${port}`, type: 'integer', value: 6 },
    { oid: `${ifTable}.4.${port}`, type: 'integer', value: 1_500 },
    { oid: `${ifTable}.5.${port}`, type: 'gauge', value: 1_000_000_000 },
    { oid: `${ifTable}.6.${port}`, type: 'octet', value: mac },
    { oid: `${ifTable}.7.${port}`, type: 'integer', value: 1 },
    { oid: `${ifTable}.8.${port}`, type: 'integer', value: 1 },
    { oid: `${ifTable}.13.${port}`, type: 'counter', value: 0 },
    { oid: `${ifTable}.14.${port}`, type: 'counter', value: 0 },
    { oid: `${ifTable}.19.${port}`, type: 'counter', value: 0 },
    { oid: `${ifTable}.20.${port}`, type: 'counter', value: 0 },
    { oid: `${ifXTable}.1.${port}`, type: 'octet', value: `Gi1/0/${port}` },
    { oid: `${ifXTable}.6.${port}`, type: 'counter64', value: 1_000_000n * BigInt(port) },
    { oid: `${ifXTable}.10.${port}`, type: 'counter64', value: 500_000n * BigInt(port) },
    { oid: `${ifXTable}.15.${port}`, type: 'gauge', value: 1_000 },
    { oid: `${ifXTable}.18.${port}`, type: 'octet', value: `vers baie ${port}` },
  ]
}
