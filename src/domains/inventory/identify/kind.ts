import type { assetKinds } from '#estate/contract'
import type { DeviceReading } from './reading.ts'

type Kind = (typeof assetKinds)[number]

/** What a description says, the more telling first. */
const words: readonly (readonly [RegExp, Kind])[] = [
  [/\b(printer|laserjet|officejet|imagerunner|workcentre|bizhub|ecosys|jetdirect|mfp|mfc-)/i, 'printer'],
  [/\b(ups|uninterruptible)\b/i, 'ups'],
  [/\b(pdu|rack power|power distribution)\b/i, 'pdu'],
  [
    /\b(fortigate|firewall|asa|adaptive security|palo alto|pan-os|sonicwall|stormshield|netasq|pfsense|opnsense|srx\d)/i,
    'firewall',
  ],
  [/\b(access point|aironet|c\d{4}.*-ap|unifi|uap|wireless ap|airos|airmax)/i, 'access-point'],
  [/\b(esxi?|vmware|proxmox|hypervisor)\b/i, 'hypervisor'],
  [/\b(ip ?camera|network camera|axis [mpq]\d)/i, 'camera'],
  [/\b(ip ?phone|voip phone)\b/i, 'phone'],
  [/\b(nas|diskstation|storage|netapp|filer)\b/i, 'storage'],
  [
    /\b(switch|catalyst|procurve|nexus|powerconnect|comware.*switch|ex\d{4}|qfx\d|c\d{4}.*switch|c29\d\d|c3[57]50|cat\d)/i,
    'switch',
  ],
  [/\b(router|routeros|isr|asr\d|mx\d{2,}|vyos)\b/i, 'router'],
  [/\b(temperature|sensor|environmental|serverprobe|sensorprobe)/i, 'sensor'],
]

/**
 * The kind of a device: by what only one kind has (a printer's or UPS's own MIB), then by its description, its bridge
 * ports, its maker, its layers (sysServices, RFC 3418: 2 is bridging, 4 routing, 64 applications).
 */
export function kindOf(reading: DeviceReading, byMaker: Kind | undefined): Kind | undefined {
  const { scalars } = reading
  if (scalars.prtGeneralSerialNumber !== undefined || scalars.prtGeneralPrinterName !== undefined)
    return 'printer'
  if (scalars.upsIdentModel !== undefined) return 'ups'
  const description = `${scalars.sysDescr ?? ''} ${[...reading.entities.values()]
    .map((row) => row.descr ?? '')
    .slice(0, 3)
    .join(' ')}`
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
