import { nowMs } from '#kernel/clock'
import {
  askDns,
  askHttp,
  askTcp,
  askTls,
  ServiceFault,
  type HttpAnswer,
  type TlsAnswer,
} from '#protocols/services/index'
import type { ServiceSettings, ServiceTemplate } from '../contract/services.ts'
import type { Cause } from '../contract/words.ts'
import { dayMs } from '../series/retention.ts'
import { jsonAt, parseJsonPath } from './json-path.ts'

/** What one look at a service gave. */
export interface Look {
  /** By metric, without the component. */
  values: { metric: string; value: number }[]
  /** Why it is not well; null where it is. */
  cause: Cause | null
  /** What was measured of the cause: the status of a page. */
  measured: number | null
}

export interface Place {
  address: string
  signal: AbortSignal
}

const greetingBytes = 1_024

/** Looks once at a service, as its check says. Whatever the network does is in the answer; only mistakes of ours throw. */
export async function askService<T extends ServiceTemplate>(
  template: T,
  settings: ServiceSettings[T],
  place: Place,
): Promise<Look> {
  const ask = askers[template] as (settings: ServiceSettings[T], place: Place) => Promise<Look>
  try {
    return await ask(settings, place)
  } catch (error) {
    if (!(error instanceof ServiceFault)) throw error
    return { values: [], cause: causeOf(error), measured: null }
  }
}

const askers: { [T in ServiceTemplate]: (settings: ServiceSettings[T], place: Place) => Promise<Look> } = {
  async tcp({ port, greeting, timeoutMs }, place) {
    const wanted = greeting === undefined ? {} : { greetingBytes }
    const answer = await askTcp({ ...place, port, timeoutMs, ...wanted })
    const isWell = greeting === undefined || answer.greeting.toString().includes(greeting)
    return look([['tcp.time', answer.connectMs]], isWell ? null : 'greeting')
  },

  async http({ url, verify, timeoutMs, ...wanted }, place) {
    const answer = await askHttp({ ...place, url, verify, timeoutMs })
    const days = answer.chain ? daysLeft(answer.chain) : null
    return {
      ...look(
        [
          ['http.time', answer.totalMs],
          ['http.status', answer.status],
          ...(days === null ? [] : [['http.days', days] as [string, number]]),
        ],
        faultOfPage(answer, wanted),
      ),
      measured: answer.status,
    }
  },

  async tls({ port, serverName, verify, timeoutMs }, place) {
    const answer = await askTls({ ...place, port, timeoutMs, ...(serverName ? { serverName } : {}) })
    const values: [string, number][] = [
      ['tls.time', answer.connectMs],
      ['tls.days', daysLeft(answer.chain)],
    ]
    // That it has expired is said by the days that are left.
    const isDistrusted = answer.distrust !== null && answer.distrust !== 'CERT_HAS_EXPIRED'
    return look(values, verify && isDistrusted ? 'certificate' : null)
  },

  async dns({ name, type, record, port, timeoutMs }, place) {
    const answer = await askDns({ ...place, port, name, type, timeoutMs })
    const isWell = record === undefined || answer.records.some((one) => isSame(one, record))
    return look([['dns.time', answer.ms]], isWell ? null : 'record')
  },
}

function look(values: [string, number][], cause: Cause | null): Look {
  return { values: values.map(([metric, value]) => ({ metric, value })), cause, measured: null }
}

function faultOfPage(
  { status, body }: HttpAnswer,
  wanted: Pick<ServiceSettings['http'], 'status' | 'text' | 'json'>,
): Cause | null {
  const isWell = wanted.status?.length ? wanted.status.includes(status) : status < 400
  if (!isWell) return 'status'
  if (wanted.text !== undefined && !body.toString().includes(wanted.text)) return 'text'
  if (wanted.json && !holds(body.toString(), wanted.json)) return 'json'
  return null
}

function holds(body: string, { path, equals }: { path: string; equals: string }): boolean {
  const steps = parseJsonPath(path)
  try {
    const found = steps && jsonAt(JSON.parse(body), steps)
    return (typeof found === 'string' ? found : JSON.stringify(found)) === equals
  } catch {
    return false
  }
}

/** Of the whole chain: an issuer that expires first takes the others with it. Below 0 once it has. */
function daysLeft(chain: TlsAnswer['chain']): number {
  return Math.min(...chain.map(({ notAfter }) => (notAfter.getTime() - nowMs()) / dayMs))
}

/** Names are the same in capitals, and with the dot of the root. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\.$/, '')
  return plain(one) === plain(other)
}

function causeOf({ code }: ServiceFault): Cause {
  // Neither is a fault of the service: ours ended it, or its settings cannot be asked.
  if (code === 'aborted') return 'timeout'
  return code === 'bad-target' ? 'unreachable' : code
}
