import { assertAddress } from './address.ts'
import { askBatch } from './fping-batch.ts'
import { createLimit } from './limit.ts'
import { icmpMeans, type IcmpMeans } from './means.ts'
import { pingByCommand } from './ping-command.ts'

interface Waiting {
  resolve: (rttMs: number | null) => void
  reject: (error: unknown) => void
}

interface Gathering {
  means: IcmpMeans
  timeoutMs: number
  waiting: Map<string, Waiting[]>
}

/** When a site falls, hundreds are tried again at once: those of the same moment share a process. */
const gatherMs = 5
const spacingMs = 1
const oneOfFew = createLimit(32)
const gatherings = new Map<string, Gathering>()

/**
 * One echo request outside all rhythm: the round trip in milliseconds, or null when nothing came back in time or when this
 * machine has no way to ask. Throws when the program that asks could not do its work.
 */
export function pingOnce(
  address: string,
  { timeoutMs, means = icmpMeans() }: { timeoutMs: number; means?: IcmpMeans },
): Promise<number | null> {
  assertAddress(address)
  if (means.way === 'none') return Promise.resolve(null)
  if (means.way === 'ping') return oneOfFew(() => pingByCommand(means, address, { timeoutMs }))
  const key = `${means.program} ${timeoutMs}`
  const gathering = gatherings.get(key) ?? gather(key, means, timeoutMs)
  return new Promise((resolve, reject) => {
    const others = gathering.waiting.get(address)
    if (others) others.push({ resolve, reject })
    else gathering.waiting.set(address, [{ resolve, reject }])
  })
}

function gather(key: string, means: IcmpMeans, timeoutMs: number): Gathering {
  const gathering: Gathering = { means, timeoutMs, waiting: new Map() }
  gatherings.set(key, gathering)
  setTimeout(() => {
    gatherings.delete(key)
    void ask(gathering)
  }, gatherMs)
  return gathering
}

async function ask({ means, timeoutMs, waiting }: Gathering): Promise<void> {
  try {
    await askBatch(means, {
      addresses: [...waiting.keys()],
      spacingMs,
      timeoutMs,
      onDecided(address, rttMs) {
        for (const one of waiting.get(address) ?? []) one.resolve(rttMs)
      },
    })
  } catch (error) {
    // Those already told keep what they were told.
    for (const one of [...waiting.values()].flat()) one.reject(error)
  }
}
