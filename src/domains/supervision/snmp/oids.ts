/** SNMPv2-MIB, SNMP-FRAMEWORK-MIB, HOST-RESOURCES-MIB, IF-MIB: since when a device runs, and whether its ports moved. */
export const scalars = {
  sysUpTime: '1.3.6.1.2.1.1.3.0',
  snmpEngineTime: '1.3.6.1.6.3.10.2.1.3.0',
  hrSystemUptime: '1.3.6.1.2.1.25.1.1.0',
  ifTableLastChange: '1.3.6.1.2.1.31.1.5.0',
} as const

/** What is learned of a port, once and again when the table has changed (IF-MIB, RFC 2863). */
export const portColumns = {
  descr: '1.3.6.1.2.1.2.2.1.2',
  speed: '1.3.6.1.2.1.2.2.1.5',
  oper: '1.3.6.1.2.1.2.2.1.8',
  name: '1.3.6.1.2.1.31.1.1.1.1',
  highSpeed: '1.3.6.1.2.1.31.1.1.1.15',
  hcIn: '1.3.6.1.2.1.31.1.1.1.6',
} as const

export const statusColumns = {
  admin: '1.3.6.1.2.1.2.2.1.7',
  oper: '1.3.6.1.2.1.2.2.1.8',
} as const

/** The counters of a port: octets with 64 bits where it has them. */
export const octets = {
  wide: { in: '1.3.6.1.2.1.31.1.1.1.6', out: '1.3.6.1.2.1.31.1.1.1.10' },
  narrow: { in: '1.3.6.1.2.1.2.2.1.10', out: '1.3.6.1.2.1.2.2.1.16' },
} as const

/** 32 bits each, whatever the port. */
export const troubles = {
  'if.in-discards': '1.3.6.1.2.1.2.2.1.13',
  'if.in-errors': '1.3.6.1.2.1.2.2.1.14',
  'if.out-discards': '1.3.6.1.2.1.2.2.1.19',
  'if.out-errors': '1.3.6.1.2.1.2.2.1.20',
} as const

/** HOST-RESOURCES-MIB (RFC 2790), and UCD-SNMP-MIB where Net-SNMP tells more. */
export const machine = {
  storageType: '1.3.6.1.2.1.25.2.3.1.2',
  storageName: '1.3.6.1.2.1.25.2.3.1.3',
  storageSize: '1.3.6.1.2.1.25.2.3.1.5',
  storageUsed: '1.3.6.1.2.1.25.2.3.1.6',
  processorLoad: '1.3.6.1.2.1.25.3.3.1.2',
  memTotalSwap: '1.3.6.1.4.1.2021.4.3.0',
  memAvailSwap: '1.3.6.1.4.1.2021.4.4.0',
  memTotalReal: '1.3.6.1.4.1.2021.4.5.0',
  memAvailReal: '1.3.6.1.4.1.2021.4.6.0',
  memBuffer: '1.3.6.1.4.1.2021.4.14.0',
  memCached: '1.3.6.1.4.1.2021.4.15.0',
  cpuIdle: '1.3.6.1.4.1.2021.11.11.0',
} as const

/** hrStorageTypes: what a row of hrStorageTable is. */
export const storageTypes = { ram: '1.3.6.1.2.1.25.2.1.2', fixedDisk: '1.3.6.1.2.1.25.2.1.4' } as const
