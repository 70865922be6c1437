import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Check, Finding, Project } from './outcome.ts'
import { run } from './program.ts'
import { listFiles } from './source.ts'

const list = 'checksums.json'
type Checksums = Record<string, string>

/** Of each folder of migrations the checksums as they are, and as they were written down. */
interface Folder {
  path: string
  present: Checksums
  written: Checksums
}

export const migrationsCheck: Check = {
  name: 'migrations',
  proves:
    'no migration has changed since it was written down: databases that applied it would refuse to start',
  async run(project) {
    const folders = readFolders(project.root)
    const findings = [
      ...folders.flatMap(findChanged),
      ...findRewritten(folders, await pastChecksums(project.root)),
    ]
    if (!project.fix) return { findings: [...findings, ...folders.flatMap(findNew)] }
    for (const folder of folders) writeNew(project, folder)
    return { findings }
  },
}

/** The folders below src that hold migrations. */
function readFolders(root: string): Folder[] {
  const files = listFiles(root, `src/**/migrations/{*.sql,${list}}`)
  return [...new Set(files.map(dirname))].map((path) => {
    const at = join(root, path, list)
    return {
      path,
      present: Object.fromEntries(
        files
          .filter((file) => dirname(file) === path && file.endsWith('.sql'))
          .map((file) => [basename(file), checksum(readFileSync(join(root, file)))]),
      ),
      written: existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as Checksums) : {},
    }
  })
}

const checksum = (text: Buffer) => createHash('sha256').update(text).digest('hex')

/** What was written down is neither edited nor removed, whatever `--fix` is asked. */
function findChanged({ path, present, written }: Folder): Finding[] {
  return Object.entries(written).flatMap(([name, before]): Finding[] => {
    if (present[name] === before) return []
    const what = present[name] === undefined ? 'was removed' : 'was edited'
    return [{ where: `${path}/${name}`, message: `${what} ${advice}` }]
  })
}

const advice =
  'although databases have applied it: put it back as it was, and write what it lacks in a new migration'

function findNew({ path, present, written }: Folder): Finding[] {
  return Object.keys(present)
    .filter((name) => written[name] === undefined)
    .map((name) => ({ where: `${path}/${name}`, message: `is not in ${list} (--fix writes it down)` }))
}

/** Adds what is new; an entry that is there stays as it is. */
function writeNew({ root }: Project, { path, present, written }: Folder): void {
  const all = { ...present, ...written }
  if (Object.keys(all).length === Object.keys(written).length) return
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(join(root, path, list), `${JSON.stringify(sorted, null, 2)}\n`)
}

/** An entry that was written anew along with its migration: what git remembers of the lists says so. */
function findRewritten(folders: readonly Folder[], past: ReadonlyMap<string, Set<string>>): Finding[] {
  return folders.flatMap(({ path, written }) =>
    [...past]
      .filter(
        ([file, sums]) => dirname(file) === path && [...sums].some((sum) => sum !== written[basename(file)]),
      )
      .map(([file]) => ({
        where: `${path}/${list}`,
        message: `the checksum of ${basename(file)} is not the one of before: the migration changed ${advice}`,
      })),
  )
}

/** Every checksum that a list ever held, by its migration; none where this is no clone. */
async function pastChecksums(root: string): Promise<Map<string, Set<string>>> {
  const log = ['log', '-p', '--format=', '--no-ext-diff', '--relative', '--', `src/**/${list}`]
  const ended = await run('git', log, root).catch(() => undefined)
  return ended?.code === 0 ? checksumsIn(ended.stdout) : new Map()
}

/** The lines that a patch of lists added. */
function checksumsIn(patch: string): Map<string, Set<string>> {
  const sums = new Map<string, Set<string>>()
  let folder = ''
  for (const line of patch.split('\n')) {
    const path = /^\+\+\+ b\/(.*)$/.exec(line)?.[1]
    if (path) folder = dirname(path)
    const [, name, sum] = /^\+ *"(\d{4}_[^"]+\.sql)": "(\w{64})"/.exec(line) ?? []
    if (name && sum) sums.set(`${folder}/${name}`, (sums.get(`${folder}/${name}`) ?? new Set()).add(sum))
  }
  return sums
}
