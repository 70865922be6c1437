import { readFile } from 'node:fs/promises'
import type { Operation } from '#kernel/operations'
import { readSettings } from '../ground.ts'
import { Mistake } from './mistake.ts'
import { kebab } from './words.ts'

export interface Sent {
  input: Record<string, unknown>
  ifMatch: string | undefined
  bodyFile: string | undefined
}

/**
 * Sends an operation to the Vigie of VIGIE_API, or of the settings, in English like the whole command line.
 * @throws Mistake where nobody answers, or a file cannot be read.
 */
export async function sendOperation(operation: Operation, sent: Sent): Promise<Response> {
  const base = process.env.VIGIE_API ?? readSettings().url
  const [method = 'GET', path = '/'] = operation.route.split(' ')
  const rest = { ...sent.input }
  const filled = path.replaceAll(/:(\w+)/g, (_all, key: string) => {
    const value = rest[key]
    if (value === undefined) throw new Mistake(`--${kebab(key)} is needed`)
    delete rest[key]
    return encodeURIComponent(String(value))
  })
  const url = new URL(operation.outsideApi ? filled : `/api/v1${filled}`, base)
  const hasBody = method !== 'GET' && method !== 'DELETE' && !sent.bodyFile
  if (!hasBody) for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, String(value))
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': 'en' }
  if (process.env.VIGIE_TOKEN) headers.authorization = `Bearer ${process.env.VIGIE_TOKEN}`
  if (sent.ifMatch) headers['if-match'] = matchOf(sent.ifMatch)
  if (hasBody) headers['content-type'] = 'application/json'
  if (sent.bodyFile) headers['content-type'] = operation.consumes?.[0] ?? 'application/octet-stream'
  const body = sent.bodyFile ? await fileOf(sent.bodyFile) : hasBody ? JSON.stringify(rest) : undefined
  return fetch(url, { method, headers, body }).catch((error: Error) => {
    const reason = (error.cause as { code?: string } | undefined)?.code ?? error.message
    throw new Mistake(
      `no Vigie answers at ${base} (${reason}). Start it with \`vigie up\`, or say where it is with VIGIE_API.`,
    )
  })
}

const matchOf = (version: string) => (version === '*' ? '*' : `"${version.replaceAll('"', '')}"`)

function fileOf(path: string) {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Mistake(`${path} cannot be read (${error.code})`)
  })
}
