import { isIP } from 'node:net'
import { connect as open, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import { faultOf, ServiceFault } from './fault.ts'
import { assertTarget } from './tcp.ts'
import { within } from './within.ts'

export interface TlsTarget {
  address: string
  port: number
  /** The name that is asked for, and that the certificate must bear; absent: the address. */
  serverName?: string
  timeoutMs: number
  signal?: AbortSignal
}

export interface Certificate {
  subject: string
  issuer: string
  /** The names it is good for: DNS names and addresses. */
  names: string[]
  notBefore: Date
  notAfter: Date
  serial: string
  sha256: string
}

export interface TlsAnswer {
  /** From asking until TLS stood. */
  connectMs: number
  /** TLSv1.3 … */
  protocol: string
  cipher: string
  /** From the service's own to the last that it sent; never empty. */
  chain: [Certificate, ...Certificate[]]
  /** Why the certificate is not one to trust, by OpenSSL's name of the fault; null where it is. */
  distrust: string | null
}

/** Agrees on TLS and reads the certificates, whether they are to be trusted or not. Throws a ServiceFault. */
export async function askTls(target: TlsTarget): Promise<TlsAnswer> {
  const { address, port, serverName, timeoutMs } = target
  assertTarget(address, port)
  const limit = within(timeoutMs, target.signal)
  const began = performance.now()
  const socket = open({
    host: address,
    port,
    // An address is no name to ask for (RFC 6066, 3).
    ...(serverName && isIP(serverName) === 0 ? { servername: serverName } : {}),
    rejectUnauthorized: false,
    // What is old or weak is looked at too: to say so.
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  })
  const give = () => socket.destroy(limit.fault())
  limit.signal.addEventListener('abort', give)
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve).once('error', reject)
    })
    return answerOf(socket, performance.now() - began)
  } catch (error) {
    throw faultOf(error)
  } finally {
    limit.signal.removeEventListener('abort', give)
    socket.destroy()
  }
}

function answerOf(socket: TLSSocket, connectMs: number): TlsAnswer {
  return {
    connectMs,
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    chain: chainOf(socket),
    distrust: socket.authorized ? null : nameOf(socket.authorizationError),
  }
}

/** The certificates that a service sent, its own first. Throws a ServiceFault where it sent none. */
export function chainOf(socket: TLSSocket): TlsAnswer['chain'] {
  const chain: Certificate[] = []
  let at: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  // One that is its own issuer ends the chain; a loop of several would never end.
  while (
    at?.raw &&
    chain.length < longestChain &&
    chain.every(({ sha256 }) => sha256 !== at?.fingerprint256)
  ) {
    chain.push(certificateOf(at))
    at = at.issuerCertificate
  }
  const [own, ...issuers] = chain
  if (!own) throw new ServiceFault('certificate', 'the service sent no certificate')
  return [own, ...issuers]
}
const longestChain = 20

function certificateOf(said: DetailedPeerCertificate): Certificate {
  return {
    subject: wordsOf(said.subject),
    issuer: wordsOf(said.issuer),
    names: namesOf(said.subjectaltname ?? ''),
    notBefore: new Date(said.valid_from),
    notAfter: new Date(said.valid_to),
    serial: said.serialNumber,
    sha256: said.fingerprint256,
  }
}

/** The common name, else the whole distinguished name (RFC 4514) as far as it goes. */
function wordsOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  const said = name as Record<string, string | string[]> | undefined
  const common = said?.CN
  if (common) return [common].flat().join(', ')
  return Object.entries(said ?? {})
    .map(([key, value]) => `${key}=${[value].flat().join('+')}`)
    .join(', ')
}

/** Node writes them as `DNS:a.example, IP Address:192.0.2.1`, in JSON's quotes where a name has odd characters. */
function namesOf(said: string): string[] {
  return [...said.matchAll(/(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, name = '']) =>
    name.startsWith('"') ? String(JSON.parse(name)) : name,
  )
}

function nameOf(fault: Error | string | undefined): string {
  if (fault instanceof Error) return (fault as NodeJS.ErrnoException).code ?? fault.message
  return fault ?? 'UNKNOWN'
}
