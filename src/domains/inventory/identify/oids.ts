/** What discovery asks every device, by the MIB's names. */
export const scalars = {
  sysDescr: '1.3.6.1.2.1.1.1.0',
  sysObjectID: '1.3.6.1.2.1.1.2.0',
  sysName: '1.3.6.1.2.1.1.5.0',
  sysServices: '1.3.6.1.2.1.1.7.0',
  ipForwarding: '1.3.6.1.2.1.4.1.0',
  dot1dBaseBridgeAddress: '1.3.6.1.2.1.17.1.1.0',
  dot1dBaseNumPorts: '1.3.6.1.2.1.17.1.2.0',
  upsIdentManufacturer: '1.3.6.1.2.1.33.1.1.1.0',
  upsIdentModel: '1.3.6.1.2.1.33.1.1.2.0',
  upsIdentUPSSoftwareVersion: '1.3.6.1.2.1.33.1.1.3.0',
  /** The first device of HOST-RESOURCES-MIB: what a printer calls itself. */
  hrDeviceDescr: '1.3.6.1.2.1.25.3.2.1.3.1',
  hrDeviceType: '1.3.6.1.2.1.25.3.2.1.2.1',
  prtGeneralSerialNumber: '1.3.6.1.2.1.43.5.1.1.17.1',
  prtGeneralPrinterName: '1.3.6.1.2.1.43.5.1.1.16.1',
} as const

/** ENTITY-MIB (RFC 6933), entPhysicalTable. */
export const entityColumns = {
  descr: '1.3.6.1.2.1.47.1.1.1.1.2',
  containedIn: '1.3.6.1.2.1.47.1.1.1.1.4',
  class: '1.3.6.1.2.1.47.1.1.1.1.5',
  name: '1.3.6.1.2.1.47.1.1.1.1.7',
  firmware: '1.3.6.1.2.1.47.1.1.1.1.9',
  software: '1.3.6.1.2.1.47.1.1.1.1.10',
  serial: '1.3.6.1.2.1.47.1.1.1.1.11',
  maker: '1.3.6.1.2.1.47.1.1.1.1.12',
  model: '1.3.6.1.2.1.47.1.1.1.1.13',
} as const

/** IF-MIB (RFC 2863), ifTable and ifXTable. */
export const interfaceColumns = {
  descr: '1.3.6.1.2.1.2.2.1.2',
  type: '1.3.6.1.2.1.2.2.1.3',
  mtu: '1.3.6.1.2.1.2.2.1.4',
  speed: '1.3.6.1.2.1.2.2.1.5',
  mac: '1.3.6.1.2.1.2.2.1.6',
  adminStatus: '1.3.6.1.2.1.2.2.1.7',
  name: '1.3.6.1.2.1.31.1.1.1.1',
  highSpeed: '1.3.6.1.2.1.31.1.1.1.15',
  alias: '1.3.6.1.2.1.31.1.1.1.18',
} as const

/** IP-MIB's old table: the index is the address, the value the interface. */
export const addressInterface = '1.3.6.1.2.1.4.20.1.2'
