import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { isBegun, markBegun } from './data-folder.ts'
import { StartFault } from './fault.ts'

const fileName = 'master.key'
const keyBytes = 32

/**
 * The 32 bytes that protect every stored secret: the one given (base64), else that of `master.key` in the data
 * folder, made at the first start with mode 0600. Raises a StartFault rather than begin with another key than the
 * data were sealed with, which would lose them all.
 */
export function openMasterKey(dataFolder: string, given: string | null): Buffer {
  const file = join(dataFolder, fileName)
  const kept = existsSync(file) ? readKey(file) : null
  const key = given ? Buffer.from(given, 'base64') : (kept ?? make(file, dataFolder))
  if (kept && !kept.equals(key)) {
    throw new StartFault(
      'start-master-key',
      `VIGIE_MASTER_KEY is not the key in ${file}, with which the data were begun.`,
      'Remove the setting, or that file if the setting is the right one.',
    )
  }
  markBegun(dataFolder)
  return key
}

function readKey(file: string): Buffer {
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length === keyBytes) return key
  throw new StartFault('start-master-key', `${file} is damaged.`, 'Put it back from a backup.')
}

function make(file: string, dataFolder: string): Buffer {
  if (isBegun(dataFolder)) {
    throw new StartFault(
      'start-master-key',
      `The master key of ${dataFolder} is missing: without it, the secrets stored there cannot be opened.`,
      `Put ${fileName} back from a backup, or set VIGIE_MASTER_KEY.`,
    )
  }
  const key = randomBytes(keyBytes)
  const descriptor = openSync(file, 'wx', 0o600)
  writeSync(descriptor, `${key.toString('base64')}\n`)
  // Data sealed with a key that a power cut took would be lost.
  fsyncSync(descriptor)
  closeSync(descriptor)
  return key
}
