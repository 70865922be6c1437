import { operationsOf } from '#kernel/operations'
import type { IdentityTables } from './tables.ts'

export const { query, command, action, endpoint } = operationsOf<IdentityTables>('identity')
