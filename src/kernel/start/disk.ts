import { statfsSync } from 'node:fs'
import { StartFault } from './fault.ts'

const leastBytes = 100 * 1024 ** 2

/** Raises a StartFault where less than 100 MB are free: PostgreSQL would begin and then stop in the middle. */
export function checkDisk(folder: string): void {
  const free = freeBytes(folder)
  if (free >= leastBytes) return
  throw new StartFault(
    'start-disk-full',
    `The disk of ${folder} has only ${Math.floor(free / 1024 ** 2)} MB left; Vigie needs 100 MB to start.`,
    'Free some space, or set VIGIE_DATA to a folder on another disk.',
  )
}

/** What this user may still write on the disk of a folder, in bytes. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
