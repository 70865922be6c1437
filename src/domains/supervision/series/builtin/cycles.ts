import { nowMs } from '#kernel/clock'
import { cycle } from '#kernel/jobs'
import type { SupervisionTables } from '../../tables.ts'
import { compactDay } from './compact.ts'
import { dropExpired } from './expire.ts'
import { foldBlocks } from './fold.ts'

export const fold = cycle({
  name: 'supervision.fold',
  everyMs: 60_000,
  run: ({ system }) => system<SupervisionTables, boolean>((tx) => foldBlocks(tx, nowMs())),
})

export const compact = cycle({
  name: 'supervision.compact',
  everyMs: 5 * 60_000,
  run: ({ system }) => system<SupervisionTables, boolean>((tx) => compactDay(tx, nowMs())),
})

export const expire = cycle({
  name: 'supervision.expire',
  everyMs: 3_600_000,
  run: async ({ system }) => void (await system((tx) => dropExpired(tx, nowMs()))),
})
