import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkDisk } from './disk.ts'
import { codeOf } from './errno.ts'
import { StartFault } from './fault.ts'
import { nameOfUser } from './passwd.ts'

/** The version of how the data folder is laid out; raised when an older Vigie could no longer read it. */
export const dataFormat = 1

/**
 * Makes the data folder where it is absent, and raises a StartFault where it cannot be written, belongs to another
 * user, has no space left, or was written by a newer Vigie.
 */
export function prepareDataFolder(folder: string): void {
  // Passing through is enough for PostgreSQL's account, which lives below when Vigie runs as root.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    makeFolder(folder, mode)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderFault(folder, error)
  }
  checkFormat(folder)
  checkDisk(folder)
}

/**
 * Makes a folder with those above it that are absent. Not `mkdirSync`'s own way, which begins again for ever where a
 * folder that exists takes no other (in /proc, the system answers that the folder itself is absent).
 */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    // Somebody else made it meanwhile, or something stands in its place: using it will tell.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** Whether this folder has been begun by a Vigie before. */
export function isBegun(folder: string): boolean {
  return existsSync(join(folder, 'format'))
}

/** Marks the folder as begun, in the present format. */
export function markBegun(folder: string): void {
  if (!isBegun(folder)) writeFileSync(join(folder, 'format'), `${dataFormat}\n`)
}

function checkFormat(folder: string): void {
  if (!isBegun(folder)) return
  const found = Number(readFileSync(join(folder, 'format'), 'utf8'))
  if (found <= dataFormat) return
  throw new StartFault(
    'start-data-newer',
    `The data in ${folder} were written by a newer Vigie (format ${found}; this one knows ${dataFormat}).`,
    'Start that newer Vigie, or set VIGIE_DATA to another folder.',
  )
}

function folderFault(folder: string, error: unknown): StartFault {
  const code = codeOf(error) ?? 'unknown'
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartFault(
      'start-disk-full',
      `There is no space left for ${folder}.`,
      'Free some, then start again.',
    )
  }
  const owner = existsSync(folder) ? statSync(folder).uid : null
  const isForeign = owner !== null && owner !== process.getuid?.() && code === 'EACCES'
  return new StartFault(
    isForeign ? 'start-data-of-another-user' : 'start-folder-not-writable',
    `${nameOfUser(process.getuid?.() ?? 0)} cannot write in the data folder ${folder} (${code}).`,
    'Make it writable for that user, start Vigie as its owner, or set VIGIE_DATA to another folder.',
    { cause: error },
  )
}
