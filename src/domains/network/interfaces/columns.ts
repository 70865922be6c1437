import type { z } from 'zod'
import type { interfaceFields } from '../contract.ts'

type InterfaceChange = {
  [F in keyof typeof interfaceFields]?: z.output<(typeof interfaceFields)[F]> | undefined
}

/** What the API calls a field, as the table calls it. */
const names = {
  name: 'name',
  description: 'description',
  alias: 'alias',
  kind: 'kind',
  mac: 'mac',
  speedBps: 'speed_bps',
  mtu: 'mtu',
  vlan: 'vlan',
  isEnabled: 'is_enabled',
} as const satisfies Record<keyof InterfaceChange, string>

type Columns<C extends InterfaceChange> = {
  [F in keyof C & keyof typeof names as (typeof names)[F]]?: Exclude<C[F], undefined>
}

/** What was not said stays as it is. */
export function interfaceColumns<C extends InterfaceChange>(change: C): Columns<C> {
  return Object.fromEntries(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [names[field as keyof typeof names], value]),
  ) as Columns<C>
}

/** The columns that a person wrote, after this change: what is emptied is the device's to tell again. */
export function typedColumns(before: readonly string[], change: Record<string, unknown>): string[] {
  const isEmptied = (column: string) => change[column] === '' || change[column] === null
  const written = new Set([...before, ...Object.keys(change)])
  return [...written]
    .filter((column) => column !== 'name' && !(column in change && isEmptied(column)))
    .toSorted()
}
