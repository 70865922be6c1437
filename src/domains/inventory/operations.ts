import { operationsOf } from '#kernel/operations'
import type { InventoryTables } from './tables.ts'

export const { query, command, action, endpoint } = operationsOf<InventoryTables>('inventory')
