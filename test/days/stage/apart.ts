import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

const mark = 'VIGIE_DAY_APART'

/**
 * Runs this very program again in a network namespace of its own (loopback alone), so that a day can make a device fall
 * silent without touching the machine's network. Needs root and util-linux.
 * @returns the exit code of the other, or undefined where this is it already.
 */
export async function liveApart(): Promise<number | undefined> {
  if (process.env[mark]) return undefined
  if (process.getuid?.() !== 0 || spawnSync('unshare', ['--net', 'true']).status !== 0) {
    if (process.env.CI) throw new Error('a network namespace of its own is needed: run as root')
    process.stdout.write('Skipped: it needs a network namespace of its own (root, unshare)\n')
    return 0
  }
  const command = 'ip link set lo up && exec "$@"'
  const child = spawn(
    'unshare',
    ['--net', 'sh', '-c', command, 'sh', process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, [mark]: '1' } },
  )
  const pass = (signal: NodeJS.Signals) => void child.kill(signal)
  process.on('SIGTERM', pass).on('SIGINT', pass)
  await once(child, 'exit')
  return child.exitCode ?? 1
}

/** The address answers nothing more, as if its cable were cut. @returns the way to plug it in again */
export function cutOff(address: string): () => void {
  nft(['add', 'table', 'inet', 'vigie_day'])
  nft(['add', 'chain', 'inet', 'vigie_day', 'cut', '{ type filter hook input priority 0; }'])
  nft(['add', 'rule', 'inet', 'vigie_day', 'cut', 'ip', 'daddr', address, 'drop'])
  return () => nft(['flush', 'chain', 'inet', 'vigie_day', 'cut'])
}

function nft(words: string[]): void {
  if (!process.env[mark]) throw new Error('only in a namespace of its own')
  const { status, stderr } = spawnSync('nft', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`nft ${words.join(' ')}: ${stderr}`)
}
