import type { assetKinds } from '#estate/contract'

type Kind = (typeof assetKinds)[number]

/**
 * Makers by their enterprise number under 1.3.6.1.4.1 (IANA's registry of private enterprise numbers), with the kind
 * of nearly everything they make that speaks SNMP, where there is one.
 */
export const vendors: Readonly<Record<number, { name: string; kind?: Kind }>> = {
  2: { name: 'IBM' },
  9: { name: 'Cisco' },
  11: { name: 'HP' },
  42: { name: 'Sun', kind: 'server' },
  43: { name: '3Com', kind: 'switch' },
  45: { name: 'Nortel', kind: 'switch' },
  111: { name: 'Oracle', kind: 'server' },
  171: { name: 'D-Link', kind: 'switch' },
  207: { name: 'Allied Telesis', kind: 'switch' },
  232: { name: 'HPE', kind: 'server' },
  236: { name: 'Samsung', kind: 'printer' },
  248: { name: 'Hirschmann', kind: 'switch' },
  253: { name: 'Xerox', kind: 'printer' },
  311: { name: 'Microsoft', kind: 'server' },
  318: { name: 'APC' },
  343: { name: 'Intel', kind: 'server' },
  367: { name: 'Ricoh', kind: 'printer' },
  368: { name: 'Axis', kind: 'camera' },
  476: { name: 'Vertiv', kind: 'ups' },
  534: { name: 'Eaton', kind: 'ups' },
  641: { name: 'Lexmark', kind: 'printer' },
  674: { name: 'Dell' },
  705: { name: 'Eaton', kind: 'ups' },
  789: { name: 'NetApp', kind: 'storage' },
  890: { name: 'Zyxel', kind: 'switch' },
  1139: { name: 'Dell EMC', kind: 'storage' },
  1248: { name: 'Epson', kind: 'printer' },
  1347: { name: 'Kyocera', kind: 'printer' },
  1588: { name: 'Brocade', kind: 'switch' },
  1602: { name: 'Canon', kind: 'printer' },
  1916: { name: 'Extreme Networks', kind: 'switch' },
  1991: { name: 'Brocade', kind: 'switch' },
  2011: { name: 'Huawei' },
  2435: { name: 'Brother', kind: 'printer' },
  2604: { name: 'Sophos', kind: 'firewall' },
  2636: { name: 'Juniper' },
  3375: { name: 'F5' },
  3808: { name: 'CyberPower', kind: 'ups' },
  4526: { name: 'Netgear', kind: 'switch' },
  4555: { name: 'Socomec', kind: 'ups' },
  5951: { name: 'Citrix' },
  6486: { name: 'Alcatel-Lucent Enterprise', kind: 'switch' },
  6527: { name: 'Nokia', kind: 'router' },
  6574: { name: 'Synology', kind: 'storage' },
  6876: { name: 'VMware', kind: 'hypervisor' },
  8741: { name: 'SonicWall', kind: 'firewall' },
  11256: { name: 'Stormshield', kind: 'firewall' },
  12356: { name: 'Fortinet', kind: 'firewall' },
  13191: { name: 'OneAccess', kind: 'router' },
  14823: { name: 'Aruba' },
  14988: { name: 'MikroTik', kind: 'router' },
  17163: { name: 'Riverbed' },
  21239: { name: 'Vertiv', kind: 'sensor' },
  24681: { name: 'QNAP', kind: 'storage' },
  25461: { name: 'Palo Alto Networks', kind: 'firewall' },
  25506: { name: 'H3C', kind: 'switch' },
  30065: { name: 'Arista', kind: 'switch' },
  33049: { name: 'Mellanox', kind: 'switch' },
  39165: { name: 'Hikvision', kind: 'camera' },
  41112: { name: 'Ubiquiti', kind: 'access-point' },
  47196: { name: 'Aruba', kind: 'switch' },
}

/** The agents of general systems: what they run on is told elsewhere. */
export const genericAgents: ReadonlySet<number> = new Set([2021, 8072, 12325, 30155])

/** The enterprise number in a sysObjectID, or undefined. */
export function enterpriseOf(objectId: string | undefined): number | undefined {
  const number = /^\.?1\.3\.6\.1\.4\.1\.(\d+)/.exec(objectId ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}
