import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Versions as npm takes them: `18`, `latest`. */
export interface Versions {
  node: string
  npm: string
}

export interface Tools {
  /** A folder with `node` and `npm`, for the front of PATH. */
  bin: string
}

/** Fetches a Node and an npm into a folder. The packages of Node's binaries have no install script. */
export async function makeTools(folder: string, { node, npm }: Versions): Promise<Tools> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const binary = `node-${platform()}-${arch()}`
  const names = [`${binary}@${node}`, `npm@${npm}`]
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, ...names], { cwd: folder })
  const packages = join(folder, 'node_modules')
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  symlinkSync(join(packages, binary, 'bin/node'), join(bin, 'node'))
  const script = join(bin, 'npm')
  writeFileSync(script, `#!/bin/sh\nexec "${bin}/node" "${packages}/npm/bin/npm-cli.js" "$@"\n`)
  chmodSync(script, 0o755)
  return { bin }
}
