import type { DeviceFacts, FactSources } from '../contract.ts'
import { describedBy } from './descriptions.ts'
import { makerOids, probeSoftware } from './maker-oids.ts'
import { enterpriseOf, isGenericAgent, vendors } from './vendors.ts'
import { kindOf } from './kind.ts'
import type { DeviceReading } from './reading.ts'

/** What a careful person reads in a device's answers, and where; what is not there is left out. */
export function identify(reading: DeviceReading): { facts: DeviceFacts; sources: FactSources } {
  const facts: DeviceFacts = {}
  const sources: FactSources = {}
  const take = <F extends keyof DeviceFacts>(field: F, value: DeviceFacts[F] | undefined, source: string) => {
    if (value === undefined || value === '' || facts[field] !== undefined) return
    facts[field] = value
    sources[field] = `SNMP ${source}`
  }
  const { scalars } = reading
  const description = text(scalars.sysDescr)
  const described = describedBy(description)
  const enterprise = enterpriseOf(text(scalars.sysObjectID))
  const vendor = isGenericAgent(enterprise) ? undefined : vendors[enterprise!]
  const chassis = chassisOf(reading)
  const isPrinter = vendor?.kind === 'printer' || kindOf(reading, undefined, undefined) === 'printer'
  const makers = makerOids(enterprise, isGenericAgent(enterprise))
  const takeOwn = (field: 'model' | 'serial' | 'firmware') => {
    for (const oid of makers[field]) {
      const value = known(reading.own[oid])
      // A firmware without a point is a part number or a step of the hardware.
      if (field !== 'firmware' || oid !== probeSoftware || /\d\.\d/.test(value ?? '')) take(field, value, oid)
    }
  }
  take('name', hostName(text(scalars.sysName)), 'sysName')
  take('description', oneLine(description), 'sysDescr')
  take('vendor', vendor?.name, 'sysObjectID')
  take('vendor', makerIn(description), 'sysDescr')
  take('vendor', known(chassis?.maker), 'entPhysicalMfgName')
  take('vendor', known(scalars.upsIdentManufacturer), 'upsIdentManufacturer')
  take('vendor', reading.own[synologyModel] === undefined ? undefined : 'Synology', synologyModel)
  if (!isMadeUp(chassis?.model)) take('model', known(chassis?.model), 'entPhysicalModelName')
  takeOwn('model')
  take('model', known(scalars.upsIdentModel), 'upsIdentModel')
  take('model', printerName(reading, isPrinter), 'hrDeviceDescr')
  take('model', known(described.model), 'sysDescr')
  take('model', known(scalars.prtGeneralPrinterName), 'prtGeneralPrinterName')
  take('serial', known(chassis?.serial), 'entPhysicalSerialNum')
  takeOwn('serial')
  take('serial', known(scalars.prtGeneralSerialNumber), 'prtGeneralSerialNumber')
  take('serial', known(described.serial), 'sysDescr')
  take('firmware', known(chassis?.software), 'entPhysicalSoftwareRev')
  takeOwn('firmware')
  take('firmware', known(described.version), 'sysDescr')
  take('firmware', versionIn(description), 'sysDescr')
  take('firmware', known(scalars.upsIdentUPSSoftwareVersion), 'upsIdentUPSSoftwareVersion')
  take('firmware', known(chassis?.firmware), 'entPhysicalFirmwareRev')
  take('os', systemIn(description), 'sysDescr')
  take('kind', kindOf(reading, facts.model, vendor?.kind), 'sysObjectID, sysDescr, sysServices')
  const macs = macsOf(reading)
  if (macs.length > 0) take('macs', macs, 'ifPhysAddress, dot1dBaseBridgeAddress')
  return { facts, sources }
}

const synologyModel = '1.3.6.1.4.1.6574.1.5.1.0'

/** Makers that use another's number, or a general agent, and say who they are in words. */
function makerIn(description: string | undefined): string | undefined {
  const found = /^(Ubiquiti|USW-|UAP-|USP-|UDM|EdgeSwitch|EdgeRouter|Cumulus|SonicWall)/.exec(
    description ?? '',
  )?.[1]
  if (found === undefined) return undefined
  return /^(USW|UAP|USP|UDM|Edge)/.test(found) ? 'Ubiquiti' : found
}

/** Some fill the model with an identifier of their own ("VSM_0", "dpEntStack"), or with a vendor type's OID. */
function isMadeUp(model: string | number | undefined): boolean {
  return /^(VSM_\d|dpEntStack|1\.3\.6\.)/.test(String(model ?? ''))
}

/** Only a printer's first device is the printer itself; others list their processor there, or what they print on. */
function printerName({ scalars }: DeviceReading, isPrinter: boolean): string | undefined {
  return isPrinter && scalars.hrDeviceType === '1.3.6.1.2.1.25.3.1.5'
    ? known(scalars.hrDeviceDescr)
    : undefined
}

/** The row that stands for the whole: a chassis (3) or a stack (11) that says something of itself, the first by index. */
function chassisOf(reading: DeviceReading) {
  const rows = [...reading.entities.entries()].toSorted(([one], [other]) => Number(one) - Number(other))
  const withFacts = rows.map(([, row]) => row).filter((row) => known(row.serial) ?? known(row.model))
  return (
    withFacts.find((row) => row.class === 3 && known(row.serial) && known(row.model)) ??
    withFacts.find((row) => row.class === 3) ??
    withFacts.find((row) => row.class === 11) ??
    withFacts.find((row) => row.class === undefined || row.containedIn === 0)
  )
}

/** Bridges answer with their base address; others with their cards'. Never empty ones, never the same twice. */
function macsOf(reading: DeviceReading): string[] {
  const said = [
    reading.scalars.dot1dBaseBridgeAddress,
    ...[...reading.interfaces.values()].map((row) => row.mac),
  ]
  const macs = said
    .filter((mac): mac is string => typeof mac === 'string' && /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(mac))
    .filter((mac) => mac !== '00:00:00:00:00:00' && mac !== 'ff:ff:ff:ff:ff:ff')
  return [...new Set(macs)].slice(0, 64)
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

/** What makers leave in a field that they never filled. */
const meaningless =
  /^(n\/?a|none|null|unknown|unspecified|not (specified|available|set)|default string|to be filled by o\.?e\.?m\.?|0+|x+|\.+|-+|\?+|123456789|(system )?serial( number)?|model|<.*>|system mac:.*)$/i

function known(value: string | number | undefined): string | undefined {
  const plain = text(value)?.replaceAll(/\s+/g, ' ').trim()
  return plain && !meaningless.test(plain) ? plain : undefined
}

function hostName(name: string | undefined): string | undefined {
  const plain = known(name)
  return plain && !/^(localhost(\.localdomain)?|\(none\))$/i.test(plain) ? plain : undefined
}

function oneLine(description: string | undefined): string | undefined {
  return known(description)
}

/** "Version 15.2(4)E7", "JUNOS 20.4R3", "RouterOS 6.49", "v7.0.1": what follows the word. */
function versionIn(description: string | undefined): string | undefined {
  const found =
    /\b(?:version|release|software,? v(?:ersion)?|revision|rev\.?|firmware|fw)[\s:=]+v?([0-9]+\.[\w.()-]*)/i.exec(
      description ?? '',
    ) ??
    /\b(?:junos|routeros|fortios|pan-os|ios-xe|arubaos|eos)\s+v?([0-9][\w.()-]*)/i.exec(description ?? '')
  return found?.[1]?.replace(/[,;.]+$/, '')
}

/** The system of a general machine. */
function systemIn(description: string | undefined): string | undefined {
  const linux = /^(Linux|FreeBSD|OpenBSD|NetBSD|SunOS|Darwin|AIX)\s+\S+\s+(\S+)/.exec(description ?? '')
  if (linux) return `${linux[1]} ${linux[2]}`
  return /Windows Version [\d.]+/.exec(description ?? '')?.[0]
}
