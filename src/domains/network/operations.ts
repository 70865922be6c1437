import { operationsOf } from '#kernel/operations'
import type { NetworkTables } from './tables.ts'

export const { query, command, action, endpoint } = operationsOf<NetworkTables>('network')
