import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { client, type Client } from '#test/client'

const bin = fileURLToPath(new URL('../../bin/vigie', import.meta.url))
const email = 'bench@example.org'
const password = 'a long bench password'

export interface MeasuredProduct {
  url: string
  pid: number
  /** From the command to the sentence that it is ready. */
  readyMs: number
  stop(): Promise<void>
}

/** A folder with room for the data and for Node's cache of compiled code, so that a first start is one. */
export async function emptyFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  // Open to pass through: the database then lies in it, also as root, and goes with it.
  await chmod(path, 0o755)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Starts the product as `npm start` does, on the data in this folder. */
export async function startMeasured(folder: string): Promise<MeasuredProduct> {
  const began = performance.now()
  const child = spawn(process.execPath, [bin, 'up'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      VIGIE_DATA: join(folder, 'data'),
      VIGIE_LISTEN: '127.0.0.1:0',
      VIGIE_ADMIN_EMAIL: email,
      VIGIE_ADMIN_PASSWORD: password,
    },
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: string) => {
      said += text
      const found = /Vigie is ready: (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    }
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear)
    child.once('exit', () => reject(new Error(said)))
  })
  const readyMs = performance.now() - began
  return {
    url: url.replace('localhost', '127.0.0.1'),
    pid: child.pid!,
    readyMs,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** The first administrator, signed in, and the organisation that the first start made. */
export async function signIn(product: MeasuredProduct): Promise<{ admin: Client; organisationId: string }> {
  const admin = client(product.url)
  await admin.call('POST /sessions', { email, password })
  const { items } = await admin.call('GET /organisations')
  return { admin, organisationId: items[0]!.id }
}

/** Assets named asset-brest-N, imported as a person does. */
export async function importAssets(admin: Client, organisationId: string, assetCount: number): Promise<void> {
  const kinds = ['switch', 'server', 'workstation', 'printer']
  const lines = Array.from(
    { length: assetCount },
    (_, at) => `asset-brest-${at},${kinds[at % kinds.length]},Cisco,C2960X,SN${at}`,
  )
  const answer = await fetch(`${admin.url}/api/v1/assets/import?organisationId=${organisationId}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', cookie: admin.cookie!, 'x-vigie-request': '1' },
    body: ['name,kind,vendor,model,serial', ...lines].join('\n'),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const { total } = await admin.call('GET /assets', { limit: 1 })
  if (total !== assetCount) throw new Error(`${total} assets instead of ${assetCount}`)
}
