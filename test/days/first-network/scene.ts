import { startSmtp, type TestSmtp } from '../../daemons/smtp.ts'
import { startSnmpd } from '../../daemons/snmpd.ts'
import type { Stage } from '../stage/day.ts'
import { switchRows } from '../stage/devices.ts'

export const deviceCount = 10
export const prefix = '127.41.0.0/28'
export const serialOf = (number: number) => `FOC2001A${String(number).padStart(3, '0')}`
export const community = 'public'

export const person = {
  name: 'Camille Martin',
  email: 'camille@example.org',
  password: 'un long mot de passe à retenir',
}
export const site = { name: 'Siège de Quimper', latitude: '47.996', longitude: '-4.1024' }

/** The switch that dies and comes back. */
export const victim = { name: 'sw-baie-3', address: '127.41.0.3' }
/** The switch that answers nobody but a user of version 3. */
export const guarded = {
  number: 10,
  name: 'sw-baie-10',
  user: {
    name: 'vigie',
    auth: 'SHA-256',
    authKey: 'clef-pour-signer',
    priv: 'AES',
    privKey: 'clef-pour-lire',
  },
}
/** The switch whose first port carries something, in octets a second, as its counters tell. */
export const busy = { name: 'sw-baie-1', port: 'Gi1/0/1', traffic: { in: 187_500, out: 31_250 } }

/** A mail server, and ten switches of which one speaks version 3 alone. */
export async function setTheScene(stage: Stage): Promise<TestSmtp> {
  const smtp = await startSmtp()
  stage.atEnd(() => smtp.stop())
  for (let number = 1; number <= deviceCount; number += 1) {
    const device = await startSnmpd({
      address: `127.41.0.${number}`,
      ...(number === guarded.number ? { community: null, users: [guarded.user] } : { community }),
      sysName: `sw-baie-${number}`,
      sysDescr:
        'Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(4)E7, RELEASE SOFTWARE (fc2)',
      sysObjectID: '1.3.6.1.4.1.9.1.1208',
      overrides: switchRows({
        ports: 4,
        model: 'WS-C2960X-24TS-L',
        serial: serialOf(number),
        firmware: '15.2(4)E7',
        macPrefix: `00aabbcc${number.toString(16).padStart(2, '0')}`,
        traffic: busy.traffic,
      }),
    })
    stage.atEnd(() => device.stop())
  }
  return smtp
}
