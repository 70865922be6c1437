import { execFileSync } from 'node:child_process'

const table = `vigie_test_${process.pid}`

/**
 * Lets what is sent to an address vanish, as a device without power does: an error would come back at once from a
 * blackhole route. @returns the way to bring it back
 */
export function silence(address: string): () => void {
  nft(`add table inet ${table}`)
  nft(`add chain inet ${table} out { type filter hook output priority 0; }`)
  const handle = nft(`-e -a add rule inet ${table} out ip daddr ${address} drop`)
  const number = /# handle (\d+)/.exec(handle)?.[1]
  return () => void nft(`delete rule inet ${table} out handle ${number}`)
}

/** Whether this machine lets a test drop packets: a reason to skip, or null. */
export function silenceMissing(): string | null {
  try {
    nft('list tables')
    return null
  } catch {
    return 'nft is not there, or may not be used: dropping packets needs root'
  }
}

export function endSilence(): void {
  try {
    nft(`delete table inet ${table}`)
  } catch {
    // Nothing was ever dropped.
  }
}

function nft(command: string): string {
  return execFileSync('nft', command.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
