/** The few words of the network, without zod: browsers import this file. */
export const interfaceKinds = [
  'ethernet',
  'aggregate',
  'vlan',
  'loopback',
  'tunnel',
  'radio',
  'virtual',
  'serial',
  'other',
] as const
export const technologies = [
  'fibre',
  'shared-fibre',
  'copper',
  'xdsl',
  'cable',
  '4g',
  '5g',
  'satellite',
  'radio',
  'other',
] as const
export const linkKinds = ['cable', 'aggregate', 'radio', 'tunnel', 'virtual'] as const
export const linkSources = ['typed', 'lldp', 'cdp', 'bridge', 'arp'] as const
/** Written by a person, or told by a device. */
export const addressSources = ['typed', 'discovered'] as const
