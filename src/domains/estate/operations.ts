import { operationsOf } from '#kernel/operations'
import type { EstateTables } from './tables.ts'

export const { query, command, action, endpoint } = operationsOf<EstateTables>('estate')
