import type { z } from 'zod'
import type { circuitFields } from '../contract.ts'

type CircuitChange = { [F in keyof typeof circuitFields]?: z.output<(typeof circuitFields)[F]> | undefined }

/** What the API calls a field, as the table calls it. */
const names = {
  name: 'name',
  siteId: 'site_id',
  farSiteId: 'far_site_id',
  lineIdentifier: 'line_identifier',
  operator: 'operator',
  technology: 'technology',
  downBps: 'down_bps',
  upBps: 'up_bps',
  contract: 'contract',
  supportPhone: 'support_phone',
  supportEmail: 'support_email',
  targetToRestoreMinutes: 'target_to_restore_minutes',
  assetId: 'asset_id',
  interfaceId: 'interface_id',
  notes: 'notes',
} as const satisfies Record<keyof CircuitChange, string>

type Columns<C extends CircuitChange> = { [F in keyof C & keyof typeof names as (typeof names)[F]]: C[F] }

/** What was not said stays as it is. */
export function circuitColumns<C extends CircuitChange>(change: C): Columns<C> {
  return Object.fromEntries(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [names[field as keyof typeof names], value]),
  ) as Columns<C>
}
