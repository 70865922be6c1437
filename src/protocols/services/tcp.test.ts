import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { askTcp } from './index.ts'

const address = '127.13.0.1'
const servers: Server[] = []
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

async function serve(answer: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    answer(socket)
  })
  servers.push(server)
  await once(server.listen(0, address), 'listening')
  return (server.address() as AddressInfo).port
}

test('a service that listens is there, and how long that took is known', async () => {
  const port = await serve(() => undefined)
  const { connectMs, greeting } = await askTcp({ address, port, timeoutMs: 2_000 })
  expect(connectMs).toBeGreaterThan(0)
  expect(greeting.length).toBe(0)
})

test('what it says first is read, and no more than asked for', async () => {
  const port = await serve((socket) => socket.write('SSH-2.0-OpenSSH_9.2p1 Debian\r\n'))
  const { greeting } = await askTcp({ address, port, timeoutMs: 2_000, greetingBytes: 8 })
  expect(greeting.toString()).toBe('SSH-2.0-')
})

test('one that waits to be spoken to has said nothing, and is well', async () => {
  const port = await serve(() => undefined)
  const { greeting } = await askTcp({ address, port, timeoutMs: 300, greetingBytes: 100 })
  expect(greeting.length).toBe(0)
})

test('one that hangs up at once has an empty greeting', async () => {
  const port = await serve((socket) => socket.end())
  const { greeting } = await askTcp({ address, port, timeoutMs: 2_000, greetingBytes: 100 })
  expect(greeting.length).toBe(0)
})

test('nobody there is said at once', async () => {
  const port = await serve(() => undefined)
  for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed))
  await expect(askTcp({ address, port, timeoutMs: 2_000 })).rejects.toMatchObject({ code: 'refused' })
})

test('the caller may end it', async () => {
  const port = await serve(() => undefined)
  const ending = AbortSignal.abort()
  await expect(askTcp({ address, port, timeoutMs: 2_000, signal: ending })).rejects.toMatchObject({
    code: 'aborted',
  })
})

test.each([
  ['example.org', 80],
  [address, 0],
  [address, 65_536],
  [address, Number.NaN],
])('%s:%s is no target', async (wrong, port) => {
  await expect(askTcp({ address: wrong, port, timeoutMs: 100 })).rejects.toMatchObject({ code: 'bad-target' })
})
