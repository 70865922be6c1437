import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { BulkAction } from '#web/list.ts'
import { FieldBulk, type BulkField, type NetworkBulkRoute } from './FieldBulk.tsx'

interface Begun {
  field: BulkField
  rows: readonly { id: string }[]
  clear: () => void
}

/** What many rows can be given at once, one action a field: the actions, and the drawer of the one that was begun. */
export function useBulk(route: NetworkBulkRoute, right: `${string}.${string}`, fields: readonly BulkField[]) {
  const [begun, setBegun] = useState<Begun>()
  const actions: BulkAction<{ id: string }>[] = fields.map((field) => ({
    key: field.field,
    label: field.label,
    icon: IconPencil,
    right,
    run: (rows, clear) => setBegun({ field, rows, clear }),
  }))
  const drawer = begun && (
    <FieldBulk
      route={route}
      field={begun.field}
      rows={begun.rows}
      close={() => setBegun(undefined)}
      done={begun.clear}
    />
  )
  return { actions, drawer }
}
