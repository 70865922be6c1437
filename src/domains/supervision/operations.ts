import { operationsOf } from '#kernel/operations'
import type { SupervisionTables } from './tables.ts'

export const { query, command, action, endpoint } = operationsOf<SupervisionTables>('supervision')
