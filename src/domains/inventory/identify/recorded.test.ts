import { describe, expect, test } from 'vitest'
import { replay, walksMissing } from '#test/walks'
import type { DeviceFacts } from '../contract.ts'
import { readDevice } from '../reader/read-device.ts'
import { identify } from './facts.ts'

/**
 * What a person reads in the recorded walks themselves: sysDescr (1.3.6.1.2.1.1.1.0), sysObjectID (1.3.6.1.2.1.1.2.0),
 * entPhysicalTable (1.3.6.1.2.1.47.1.1.1.1), the maker's own OIDs. `undefined`: the walk does not hold it.
 */
const read: Record<
  string,
  Partial<Record<'kind' | 'vendor' | 'model' | 'serial' | 'firmware', string | undefined>>
> = {
  'network--switch--cisco-n5000': {
    kind: 'switch',
    vendor: 'Cisco',
    model: 'N5K-C5548UP',
    serial: 'SSI183706KP',
  },
  'network--switch--cisco-c3750': {
    kind: 'switch',
    vendor: 'Cisco',
    model: 'WS-C3750G-12S-S',
    serial: 'FDO1622Y10H',
    firmware: '12.2(50)SE5',
  },
  'network--firewall--paloalto-pa-5000': {
    kind: 'firewall',
    vendor: 'Palo Alto Networks',
    model: 'PA-5050',
    serial: '0009C100761',
    firmware: '8.0.1',
  },
  'network--router--juniper-mx960-12-3r6-6': { kind: 'router', vendor: 'Juniper', firmware: '12.3R6.6' },
  'network--switch--hpe-procurve-516733-b21': {
    kind: 'switch',
    vendor: 'HP',
    model: '516733-B21',
    serial: '3C421900TX',
    firmware: 'Z.14.31',
  },
  'network--switch--brocade-icx6430-24': { kind: 'switch', vendor: 'Brocade', model: 'ICX6430-24' },
  'network--switch--brocade-ds-5100b': { kind: 'switch', vendor: 'Brocade', serial: 'ALM2534F019' },
  'network--switch--h3c-e528-2': { kind: 'switch', vendor: 'H3C', serial: '210235A0GKC158000929' },
  'network--switch--dcrs-5980-28t-dc': {
    kind: 'switch',
    vendor: 'Digital China',
    model: 'DCRS-5980-28T-DC',
    serial: 'GOSWE120F327000001',
  },
  'network--switch--dlink-des3038': {
    kind: 'switch',
    vendor: 'D-Link',
    model: 'DES-3028',
    serial: undefined,
  },
  'network--wifi--aruba-7010': { vendor: 'Aruba', model: '7010', firmware: '8.3.0.0' },
  'UPS--apc-7902b': { kind: 'pdu', vendor: 'APC', model: 'AP7902B', serial: '5A1551F39430' },
  'UPS--eaton-93e-80': { kind: 'ups', vendor: 'Eaton' },
  'UPS--ingrasys-power-switch': { kind: 'ups', vendor: 'Santak', model: 'Array-3A3', serial: undefined },
  'camera--samsung-ipolis': { kind: 'camera', vendor: 'Samsung', serial: undefined },
  'iot--geist-temperature-sensor': { kind: 'sensor', serial: undefined },
  'os--linux--slackware': { kind: 'server', vendor: undefined, model: undefined, serial: undefined },
  'os--windows--XP': { kind: 'server', vendor: 'Microsoft', serial: undefined },
  'storage--isilon-onefs': { kind: 'storage', vendor: 'Isilon', firmware: '7.2.1.0' },
  'storage--netapp-ontap-8-2-3': { kind: 'storage', vendor: 'NetApp', firmware: '8.2.3' },
  'unclassified--02': { vendor: undefined, model: undefined, serial: undefined },
}

const missing = walksMissing()

describe.skipIf(missing)(
  `what recorded devices say of themselves${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    test.each(Object.entries(read))('%s', async (name, expected) => {
      const reading = await readDevice(replay(`snmp-walks/${name}`), new AbortController().signal)
      const { facts, sources } = identify(reading)
      for (const [field, value] of Object.entries(expected))
        expect(facts[field as keyof DeviceFacts], field).toBe(value)
      for (const field of Object.keys(facts)) expect(sources[field as keyof DeviceFacts]).toMatch(/^SNMP /)
    })
  },
)
