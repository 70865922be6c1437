import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { moveClock, now } from './clock.ts'

/**
 * The control socket: exists only when the program was started for tests (VIGIE_TEST_CONTROL). One JSON object a line:
 * `{"do":"move-clock","ms":60000}` answers `{"ok":true,"now":"…"}`.
 * @returns the way to close it.
 */
export async function openControlSocket(path: string): Promise<() => Promise<void>> {
  await rm(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    createInterface({ input: socket }).on('line', (line) => socket.write(`${JSON.stringify(obey(line))}\n`))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  return async () => {
    await new Promise((resolve) => server.close(resolve))
    await rm(path, { force: true })
  }
}

function obey(line: string): Record<string, unknown> {
  try {
    const order = JSON.parse(line) as { do?: string; ms?: number }
    if (order.do === 'move-clock' && typeof order.ms === 'number') moveClock(order.ms)
    else if (order.do !== 'tell-time')
      return { ok: false, error: 'expected {"do":"move-clock","ms":N} or {"do":"tell-time"}' }
    return { ok: true, now: now().toISOString() }
  } catch {
    return { ok: false, error: 'not JSON' }
  }
}
