import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { moveClock, now } from './clock.ts'
import { faultPlaces, plantFault, type FaultPlace } from './faults.ts'

/**
 * The control socket: exists only when the program was started for tests (VIGIE_TEST_CONTROL). One JSON object a line:
 * `{"do":"move-clock","ms":60000}` answers `{"ok":true,"now":"…"}`; `{"do":"fail","at":"listener","times":2}` makes the next
 * two listeners fail just before they are committed.
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
    const order = JSON.parse(line) as { do?: string; ms?: number; at?: string; times?: number }
    if (order.do === 'move-clock' && typeof order.ms === 'number') moveClock(order.ms)
    else if (order.do === 'fail' && isPlace(order.at)) plantFault(order.at, order.times ?? 1)
    else if (order.do !== 'tell-time') return { ok: false, error: expected }
    return { ok: true, now: now().toISOString() }
  } catch {
    return { ok: false, error: 'not JSON' }
  }
}

const expected = `expected {"do":"move-clock","ms":N}, {"do":"tell-time"} or {"do":"fail","at":"${faultPlaces.join('|')}","times":N}`

function isPlace(at: string | undefined): at is FaultPlace {
  return (faultPlaces as readonly (string | undefined)[]).includes(at)
}
