import { operationsOf } from '#kernel/operations'
import type { NotificationTables } from './tables.ts'

export const { query, command, action, endpoint } = operationsOf<NotificationTables>('notifications')
