/** The few words of the estate, without zod: browsers import this file. */
export const siteKinds = ['territory', 'site', 'building', 'room'] as const

export const assetKinds = [
  'switch',
  'router',
  'firewall',
  'access-point',
  'server',
  'virtual-machine',
  'container',
  'hypervisor',
  'storage',
  'printer',
  'camera',
  'phone',
  'ups',
  'pdu',
  'sensor',
  'workstation',
  'tablet',
  'other',
] as const
export const environments = ['production', 'pre-production', 'test'] as const
export const lifeCycles = ['planned', 'in-stock', 'in-service', 'retired'] as const

/** How assets fare, as supervision judges them; `none`: it does not. */
export const assetStates = ['ok', 'warning', 'critical', 'unknown', 'unreachable', 'none'] as const

/** The fields that a device may say of itself, each of which remembers where its value came from. */
export const factFields = [
  'name',
  'kind',
  'description',
  'vendor',
  'model',
  'serial',
  'firmware',
  'os',
  'macs',
] as const
