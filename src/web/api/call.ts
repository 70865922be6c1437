import { noteServerDate } from '../clock.ts'
import { saveFile } from '../save-file.ts'
import type { Input, Output, Route } from '../operations-type.ts'
import { chosenOrganisation } from './organisation.ts'
import { problemOf, unreachable } from './problem.ts'

export interface CallOptions {
  /** The version that was read; required by most PATCH and PUT routes. */
  ifMatch?: number
  signal?: AbortSignal
  /** Makes a repeated write answer as the first did. */
  idempotencyKey?: string
}

const base = '/api/v1'

/**
 * Calls one operation: path parameters come from `input`, the rest goes into the query string (GET, DELETE) or the
 * JSON body.
 * @throws ApiProblem
 */
export async function api<R extends Route>(
  route: R,
  input: Input<R>,
  options: CallOptions = {},
): Promise<Output<R>> {
  const { url, method, body } = requestOf(route, (input ?? {}) as Record<string, unknown>)
  const type = body === undefined ? undefined : 'application/json'
  return send(url, { method, type, body: body === undefined ? null : JSON.stringify(body) }, options)
}

/**
 * Sends a file as the body; the rest of the input goes into the query string.
 * @throws ApiProblem
 */
export async function upload<R extends Exclude<Route, `GET ${string}`>>(
  route: R,
  file: Blob,
  input: Input<R>,
  type = 'text/csv',
): Promise<Output<R>> {
  const [method = 'POST', path = ''] = route.split(' ')
  const { url } = requestOf(`GET ${path}`, input as Record<string, unknown>)
  return send(url, { method, type, body: file }, {})
}

interface Sent {
  method: string
  type: string | undefined
  body: string | Blob | null
}

async function send<A>(url: string, { method, type, body }: Sent, options: CallOptions): Promise<A> {
  const response = await answerTo(url, { method, type, body }, options)
  if (response.status === 204) return undefined as A
  return (await response.json()) as A
}

/**
 * Downloads what an operation answers, as a file named as the server says.
 * @throws ApiProblem
 */
export async function download<R extends Extract<Route, `GET ${string}`>>(
  route: R,
  input: Input<R>,
): Promise<void> {
  const { url } = requestOf(route, (input ?? {}) as Record<string, unknown>)
  const response = await answerTo(url, { method: 'GET', type: undefined, body: null }, {})
  const [, named] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
  saveFile(await response.blob(), named ?? 'vigie')
}

async function answerTo(url: string, { method, type, body }: Sent, options: CallOptions): Promise<Response> {
  const response = await fetch(url, {
    method,
    headers: headersOf(method, type, options),
    body,
    signal: options.signal ?? null,
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    throw options.signal?.aborted ? error : unreachable()
  })
  noteServerDate(response.headers.get('date'))
  if (!response.ok) throw await problemOf(response)
  return response
}

function requestOf(route: string, input: Record<string, unknown>) {
  const [method = 'GET', path = '/'] = route.split(' ')
  const rest = { ...input }
  const filled = path.replace(/:(\w+)/g, (_match, name: string) => {
    const value = rest[name]
    if (value === undefined || value === null || value === '') throw new Error(`${route} needs ${name}`)
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (method !== 'GET' && method !== 'DELETE') return { method, url: base + filled, body: rest }
  const search = queryOf(rest)
  return { method, url: base + filled + (search ? `?${search}` : ''), body: undefined }
}

/** Lists of values are joined by commas; what is empty is left out. */
function queryOf(input: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value) && value.length === 0) continue
    search.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  return search.toString()
}

function headersOf(method: string, type: string | undefined, options: CallOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  const organisation = chosenOrganisation()
  if (organisation) headers['vigie-organisation'] = organisation
  if (document.documentElement.lang) headers['accept-language'] = document.documentElement.lang
  if (method !== 'GET') headers['x-vigie-request'] = '1'
  if (type) headers['content-type'] = type
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  return headers
}
