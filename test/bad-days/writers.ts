import { randomUUID } from 'node:crypto'
import type { Client } from '#test/client'

/** An answer that is neither a success nor one of these problem documents is a defect wherever it comes. */
export interface Refusal {
  status: number
  code: string | undefined
  type: string | null
}

export interface Writers {
  /** Names of the sites whose creation was answered 2xx. */
  acknowledged: ReadonlySet<string>
  /** Every name that was sent at all. */
  tried: ReadonlySet<string>
  refusals: readonly Refusal[]
  /** Resolves when so many more writes have been acknowledged. */
  more(count: number): Promise<void>
  /** Resolves with the first refusal that comes from now on. */
  refused(): Promise<Refusal>
  stop(): Promise<void>
}

/**
 * Scripts that add sites as fast as they are answered. A script whose line breaks, or that is told to come again, sends
 * the same request with the same Idempotency-Key until it is answered 2xx or the writers are stopped.
 */
export async function startWriters(admin: Client, count = 4): Promise<Writers> {
  const { items } = await admin.call('GET /organisations')
  const organisationId = items[0]!.id
  const acknowledged = new Set<string>()
  const tried = new Set<string>()
  const refusals: Refusal[] = []
  const watching = new Set<() => void>()
  let isStopped = false
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return
        watching.delete(look)
        resolve()
      }
      watching.add(look)
      look()
    })
  const tell = () => [...watching].forEach((look) => look())

  async function addSite(name: string): Promise<void> {
    const headers = { 'idempotency-key': `key of ${name}` }
    tried.add(name)
    while (!isStopped) {
      const answer = await admin.send('POST /sites', { organisationId, name }, { headers }).catch(() => null)
      if (answer && answer.status < 300) {
        acknowledged.add(name)
        return tell()
      }
      if (answer) {
        const type = answer.headers.get('content-type')
        refusals.push({ status: answer.status, code: answer.body?.code, type })
        tell()
      }
      // A script waits a little before it tries again.
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function write(): Promise<void> {
    while (!isStopped) await addSite(`site ${randomUUID()}`)
  }
  const writing = Array.from({ length: count }, write)
  return {
    acknowledged,
    tried,
    refusals,
    more: (wanted) => {
      const from = acknowledged.size
      return until(() => acknowledged.size >= from + wanted)
    },
    async refused() {
      const from = refusals.length
      await until(() => refusals.length > from)
      return refusals[from]!
    },
    async stop() {
      isStopped = true
      await Promise.all(writing)
    },
  }
}

/** The names of all sites, each as often as it is there. */
export async function siteNames(admin: Client): Promise<string[]> {
  const names: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { name: string }[]; nextCursor: string | null } = await admin.call('GET /sites', {
      limit: 500,
      ...(cursor ? { cursor } : {}),
    })
    names.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor)
  return names
}
