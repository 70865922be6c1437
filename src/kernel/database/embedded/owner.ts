import { readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identify, isAlive, type ProcessIdentity } from './process.ts'

/** Which Vigie process runs the embedded server of a data folder, and where its socket is. */
export type Owner = ProcessIdentity & { sockets: string }

/** The living owner of the data folder's server, or null. */
export function livingOwner(dataFolder: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(ownerFile(dataFolder), 'utf8')) as Owner
    return isAlive(owner) ? owner : null
  } catch {
    // No file, or one cut short by a crash: nobody.
    return null
  }
}

export async function recordOwner(dataFolder: string, sockets: string): Promise<void> {
  const owner: Owner = { ...identify(process.pid)!, sockets }
  const unfinished = `${ownerFile(dataFolder)}.${process.pid}`
  await writeFile(unfinished, JSON.stringify(owner), { mode: 0o600 })
  await rename(unfinished, ownerFile(dataFolder))
}

export async function removeOwner(dataFolder: string): Promise<void> {
  await rm(ownerFile(dataFolder), { force: true })
}

function ownerFile(dataFolder: string): string {
  return join(dataFolder, 'postgres.owner.json')
}
