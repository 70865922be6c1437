import { operationsOf } from '#kernel/operations'
import type { AuditTables } from './tables.ts'

export const { query, command, action, endpoint } = operationsOf<AuditTables>('audit')
