import type { entityColumns, interfaceColumns, scalars } from './oids.ts'

/** What a device answered, as texts and numbers, with the protocol's own types taken off. Absent: not answered. */
export interface DeviceReading {
  scalars: Partial<Record<keyof typeof scalars, string | number>>
  /** What the maker's own MIB says, by OID. */
  own: Partial<Record<string, string | number>>
  /** Rows by index. */
  entities: Map<string, Partial<Record<keyof typeof entityColumns, string | number>>>
  interfaces: Map<string, Partial<Record<keyof typeof interfaceColumns, string | number>>>
  /** Whether the device gave its table of interfaces to the end. */
  hasAllInterfaces: boolean
  /** Own addresses with the index of their interface. */
  addresses: Map<string, number>
}
