import type { assetKinds } from '#estate/contract'
import type { DeviceReading } from './reading.ts'

type Kind = (typeof assetKinds)[number]

/** What a type number or a description says, the more telling first. */
const words: readonly (readonly [RegExp, Kind])[] = [
  [/\b(printer|laserjet|officejet|imagerunner|workcentre|bizhub|ineo|ecosys|jetdirect|mfp|mfc-)/i, 'printer'],
  [/\b(PDU|rack pdu|power distribution|AP[78]\d{3}\w*)\b/i, 'pdu'],
  [/\b(UPS|smart-ups|uninterruptible)\b/i, 'ups'],
  [
    /\b(fortigate|FGT_|firewall|asa|adaptive security|firepower|palo alto|pan-os|sonicwall|stormshield|netasq|pfsense|opnsense|ngfw|srx\d|ssg\d)/i,
    'firewall',
  ],
  [
    /\b(access point|aironet|c\d{4}.*-ap|unifi ap|uap|fortiap|wap\d{3}|wireless ap|airos|airmax|nanostation|rb(lhg|sxt|wap))/i,
    'access-point',
  ],
  [/\b(esxi?|vmware esx|proxmox|hypervisor)\b/i, 'hypervisor'],
  [/\b(ip ?camera|network camera|ptz camera|axis [mpq]\d|ipolis)/i, 'camera'],
  [/\b(ip ?phone|voip phone)\b/i, 'phone'],
  [/\b(nas|diskstation|storage|netapp|filer|onefs|truenas|freenas|powervault|ME40\d\d)\b/i, 'storage'],
  [/\b(poweredge|proliant|thinksystem|integrated lights-out|idrac|remote access controller)\b/i, 'server'],
  [
    /\b(switch|catalyst|procurve|nexus|nx-os|powerconnect|comware|ex\d{4}|qfx\d|cisco.*\b(c[23][579]\d\d\w?|c9[23456]\d\d)|ws-c\d|cat\d|usw-|edgeswitch|fortiswitch|s[567]7\d\d-|zxr10|d[egx]s-\d|dcs-\d)/i,
    'switch',
  ],
  [/\b(router|routeros|isr|asr\d|cisco.*\bc8[023]\d\d|ios xr|netengine|mx\d{2,}|vyos|vyatta)/i, 'router'],
  [/\b(temp|temperature|environmental|serverprobe|sensorprobe|room alert)/i, 'sensor'],
]

/** Some numbers under a maker's say it of everything below them. */
const branches: readonly (readonly [string, Kind])[] = [
  ['1.3.6.1.4.1.318.1.3.4.', 'pdu'],
  ['1.3.6.1.4.1.318.1.3.15', 'pdu'],
  ['1.3.6.1.4.1.318.1.3.14.', 'sensor'],
  ['1.3.6.1.4.1.534.6.6', 'pdu'],
  ['1.3.6.1.4.1.232.165', 'pdu'],
  ['1.3.6.1.4.1.674.10892.', 'server'],
  ['1.3.6.1.4.1.674.10902.', 'ups'],
  ['1.3.6.1.4.1.12356.106.', 'switch'],
]

/**
 * The kind of a device: by what only one kind has (a printer's or UPS's own MIB), then by its maker's number, its model and
 * description, its bridge ports, its maker, its layers (sysServices, RFC 3418: 2 is bridging, 4 routing, 64 applications).
 */
export function kindOf(
  reading: DeviceReading,
  model: string | undefined,
  byMaker: Kind | undefined,
): Kind | undefined {
  const { scalars } = reading
  if (scalars.prtGeneralSerialNumber !== undefined || scalars.prtGeneralPrinterName !== undefined)
    return 'printer'
  const objectId = `${scalars.sysObjectID ?? ''}.`
  const byBranch = branches.find(([branch]) => objectId.startsWith(branch))?.[1]
  if (byBranch) return byBranch
  if (scalars.upsIdentModel !== undefined) return 'ups'
  const description = `${model ?? ''} ${scalars.sysDescr ?? ''}`
  const byWord = words.find(([pattern]) => pattern.test(description))?.[1]
  if (byWord) return byWord
  const services = Number(scalars.sysServices ?? 0)
  const bridgePorts = Number(scalars.dot1dBaseNumPorts ?? 0)
  if (bridgePorts > 4 && (services & 64) === 0) return 'switch'
  if (byMaker) return byMaker
  if (/\b(linux|windows|freebsd|sunos|aix|darwin)\b/i.test(description)) return 'server'
  if (scalars.ipForwarding === 1 && (services & 4) !== 0) return 'router'
  if ((services & 2) !== 0 && bridgePorts > 0) return 'switch'
  return undefined
}
