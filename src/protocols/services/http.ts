import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { checkServerIdentity, type TLSSocket } from 'node:tls'
import { faultOf, ServiceFault } from './fault.ts'
import { chainOf, type TlsAnswer } from './tls.ts'
import { within } from './within.ts'

export interface HttpTarget {
  /** http or https. Its name goes into the request and, for https, must be the certificate's. */
  url: string
  /** Where to connect, whatever the name resolves to. */
  address: string
  method?: 'GET' | 'HEAD'
  headers?: Record<string, string>
  /** Whether a certificate that is not to be trusted is a fault; true unless said. */
  verify?: boolean
  /** For all of it, the body included. */
  timeoutMs: number
  /** As much of the body is read; 1 MiB unless said. */
  mostBytes?: number
  signal?: AbortSignal
}

export interface HttpAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** The body went on after what was read of it. */
  isCut: boolean
  /** From asking until the answer's first line, and until its end. */
  firstByteMs: number
  totalMs: number
  /** The certificates, from the service's own on; null for http. */
  chain: TlsAnswer['chain'] | null
}

/** Asks once, on a connection of its own, and follows no redirection. Throws a ServiceFault. */
export async function askHttp(target: HttpTarget): Promise<HttpAnswer> {
  const url = urlOf(target)
  const limit = within(target.timeoutMs, target.signal)
  const began = performance.now()
  try {
    const response = await begin(url, target, limit)
    const firstByteMs = performance.now() - began
    const chain = url.protocol === 'https:' ? chainOf(response.socket as TLSSocket) : null
    const { body, isCut } = await read(response, target.mostBytes ?? 1024 ** 2)
    // One whose length is not said looks whole where our own limit ended it.
    if (limit.signal.aborted) throw limit.fault()
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body,
      isCut,
      firstByteMs,
      totalMs: performance.now() - began,
      chain,
    }
  } catch (error) {
    throw limit.signal.aborted ? limit.fault() : faultOfHttps(error)
  }
}

function urlOf({ url, address }: HttpTarget): URL {
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new ServiceFault('bad-target', `not an http address: ${url.slice(0, 100)}`)
  if (isIP(address) === 0) throw new ServiceFault('bad-target', `not an IP address: ${address.slice(0, 60)}`)
  return parsed
}

function begin(url: URL, target: HttpTarget, limit: Limit): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return new Promise((resolve, reject) => {
    const asked = request({
      // That machine is asked, not whoever bears the name today, nor another address that stands in the URL.
      host: target.address,
      port: url.port || undefined,
      path: `${url.pathname}${url.search}`,
      method: target.method ?? 'GET',
      headers: { accept: '*/*', 'user-agent': 'Vigie', host: url.host, ...target.headers },
      // An address is no name to ask for (RFC 6066, 3).
      servername: isIP(name) === 0 ? name : '',
      checkServerIdentity: (_host, certificate) => checkServerIdentity(name, certificate),
      rejectUnauthorized: target.verify ?? true,
      // Kept connections would measure nothing of what the next user meets.
      agent: false,
      signal: limit.signal,
    })
      .once('response', resolve)
      // It turns to another protocol that nobody asked for.
      .once('upgrade', (response, socket) => {
        socket.destroy()
        reject(new ServiceFault('bad-answer', `status ${response.statusCode ?? 0}`))
      })
      .once('error', reject)
      .once('close', () => reject(new ServiceFault('closed', 'the connection ended before an answer')))
    asked.end()
  })
}
type Limit = ReturnType<typeof within>

async function read(response: IncomingMessage, most: number): Promise<{ body: Buffer; isCut: boolean }> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.length
    // Leaving the loop ends the connection.
    if (length > most) break
  }
  const isCut = length > most
  if (!isCut && !response.complete) throw new ServiceFault('closed', 'the connection ended within the answer')
  return { body: Buffer.concat(parts).subarray(0, most), isCut }
}

/** What OpenSSL says of certificates has names of its own, and no prefix that they share. */
const ofCertificate =
  /^(ERR_TLS_CERT_|ERROR_IN_CERT_|UNSPECIFIED$|CRL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|HOSTNAME_MISMATCH)/

function faultOfHttps(error: unknown): ServiceFault {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? ''
  return ofCertificate.test(code) ? new ServiceFault('certificate', code) : faultOf(error)
}
