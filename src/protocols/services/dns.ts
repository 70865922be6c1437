import type { MxRecord, SoaRecord, SrvRecord } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { ServiceFault, type ServiceFaultCode } from './fault.ts'
import { assertTarget } from './tcp.ts'

export const dnsTypes = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT'] as const
export type DnsType = (typeof dnsTypes)[number]

export interface DnsTarget {
  /** The name server that is asked. */
  address: string
  /** 53 unless said. */
  port?: number
  name: string
  type: DnsType
  timeoutMs: number
  signal?: AbortSignal
}

export interface DnsAnswer {
  ms: number
  /** Each record as in a zone file, sorted. */
  records: string[]
}

/** Asks one name server once, over UDP and, where the answer is too long, TCP. Throws a ServiceFault. */
export async function askDns(target: DnsTarget): Promise<DnsAnswer> {
  const { address, port = 53, name, type, timeoutMs, signal } = target
  assertTarget(address, port)
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 })
  resolver.setServers([isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`])
  const cancel = () => resolver.cancel()
  if (signal?.aborted) throw new ServiceFault('aborted', 'ended by its caller')
  signal?.addEventListener('abort', cancel)
  const began = performance.now()
  try {
    const said = (await resolver.resolve(name, type)) as Said | Said[]
    const records = Array.isArray(said) ? said : [said]
    return { ms: performance.now() - began, records: records.map(recordOf).toSorted() }
  } catch (error) {
    throw faultOfDns(error as NodeJS.ErrnoException)
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

/** What the resolver makes of the types above; a text is in several strings. */
type Said = string | string[] | MxRecord | SrvRecord | SoaRecord

function recordOf(record: Said): string {
  if (typeof record === 'string') return record
  if (Array.isArray(record)) return record.join('')
  if ('exchange' in record) return `${record.priority} ${record.exchange}`
  if ('port' in record) return `${record.priority} ${record.weight} ${record.port} ${record.name}`
  const { nsname, hostmaster, serial, refresh, retry, expire, minttl } = record
  return [nsname, hostmaster, serial, refresh, retry, expire, minttl].join(' ')
}

/** c-ares' names of what went wrong. */
const ofResolver: Record<string, ServiceFaultCode> = {
  ETIMEOUT: 'timeout',
  ENOTFOUND: 'name-unknown',
  // The name is there, without a record of this type.
  ENODATA: 'name-unknown',
  ESERVFAIL: 'name-server',
  EREFUSED: 'name-server',
  ENOTIMP: 'name-server',
  ECONNREFUSED: 'refused',
  EBADRESP: 'bad-answer',
  EFORMERR: 'bad-answer',
  EBADNAME: 'bad-target',
  ECANCELLED: 'aborted',
}

function faultOfDns(error: NodeJS.ErrnoException): ServiceFault {
  const code = ofResolver[error.code ?? '']
  if (!code) throw error
  return new ServiceFault(code, error.message)
}
