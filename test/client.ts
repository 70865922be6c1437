import type { Operations } from '../src/operations.ts'

/** What came, loosely: tests look for what they expect in it. */
export interface Body {
  code?: string
  title?: string
  detail?: string
  id?: string
  errors?: { field: string; code: string; message: string }[]
  [field: string]: unknown
}

export interface ApiAnswer {
  status: number
  headers: Headers
  body: Body
}

/** A caller of the API as a script or a browser is one: cookies are kept, a token may be set. */
export interface Client {
  /** Calls and expects success: anything else throws with the problem in the message. */
  call<R extends keyof Operations>(
    route: R,
    input?: Operations[R]['input'],
    options?: CallOptions,
  ): Promise<Operations[R]['output']>
  /** Calls and answers whatever came. */
  send(route: string, input?: unknown, options?: CallOptions): Promise<ApiAnswer>
  token: string | undefined
  cookie: string | undefined
  url: string
}

export interface CallOptions {
  ifMatch?: number | string
  headers?: Record<string, string>
  /** Sent as it is instead of the input as JSON. */
  raw?: string | Buffer
}

export function client(url: string, token?: string): Client {
  const self: Client = {
    url,
    token,
    cookie: undefined,
    async send(route, input = {}, options = {}) {
      const { address, body, method } = requestOf(url, route, input as Record<string, unknown>)
      const response = await fetch(address, {
        method,
        redirect: 'manual',
        headers: {
          ...(body === undefined && options.raw === undefined ? {} : { 'content-type': 'application/json' }),
          ...(self.token ? { authorization: `Bearer ${self.token}` } : {}),
          ...(self.cookie ? { cookie: self.cookie, 'x-vigie-request': '1' } : {}),
          ...(options.ifMatch === undefined ? {} : { 'if-match': matchOf(options.ifMatch) }),
          ...options.headers,
        },
        body: (options.raw as string | undefined) ?? body,
      })
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
      if (cookie) self.cookie = cookie
      return { status: response.status, headers: response.headers, body: parse(await response.text()) }
    },
    async call(route, input, options) {
      const answer = await self.send(route, input, options)
      if (answer.status >= 400) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body as never
    },
  }
  return self
}

function requestOf(url: string, route: string, input: Record<string, unknown>) {
  const [method = 'GET', path = '/'] = route.split(' ')
  const rest = { ...input }
  const filled = path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const address = new URL(
    filled.startsWith('/api/') || filled === '/metrics' ? filled : `/api/v1${filled}`,
    url,
  )
  if (method === 'GET' || method === 'DELETE') {
    for (const [name, value] of Object.entries(rest))
      if (value !== undefined && value !== null) address.searchParams.set(name, String(value))
    return { address, method, body: undefined }
  }
  return { address, method, body: JSON.stringify(rest) }
}

function matchOf(version: number | string): string {
  return typeof version === 'number' ? `"${version}"` : version
}

function parse(text: string) {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
