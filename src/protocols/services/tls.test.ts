import { once } from 'node:events'
import { createServer as createPlain, type AddressInfo, type Server } from 'node:net'
import { createServer } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeIdentity, type Identity } from './certificates.testing.ts'
import { askTls } from './index.ts'

const address = '127.13.0.2'
const servers: Server[] = []
let good: Identity
let expired: Identity
beforeAll(() => {
  good = makeIdentity({ names: `DNS:www.example.org,IP:${address}`, days: 20 })
  expired = makeIdentity({ names: 'DNS:www.example.org', days: -1 })
})
afterAll(() => {
  for (const server of servers) server.close()
})

async function listening<S extends Server>(server: S): Promise<number> {
  servers.push(server)
  await once(server.listen(0, address), 'listening')
  return (server.address() as AddressInfo).port
}
const serve = ({ key, cert }: Identity) => listening(createServer({ key, cert }))

test('the chain is read, with names and times', async () => {
  const port = await serve(good)
  const answer = await askTls({ address, port, serverName: 'www.example.org', timeoutMs: 5_000 })
  expect(answer.protocol).toBe('TLSv1.3')
  expect(answer.chain.map(({ subject, issuer }) => [subject, issuer])).toEqual([
    ['Test service', 'Test authority'],
    ['Test authority', 'Test authority'],
  ])
  const [own] = answer.chain
  expect(own.names).toEqual(['www.example.org', address])
  const days = (own.notAfter.getTime() - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(19)
  expect(days).toBeLessThan(20.1)
})

test('a chain from an authority that nobody knows is read, and is not trusted', async () => {
  const port = await serve(good)
  const { distrust } = await askTls({ address, port, serverName: 'www.example.org', timeoutMs: 5_000 })
  expect(distrust).toMatch(/SELF_SIGNED|UNABLE_TO/)
})

test('one that has expired is read too', async () => {
  const port = await serve(expired)
  const { chain } = await askTls({ address, port, timeoutMs: 5_000 })
  expect(chain[0].notAfter.getTime()).toBeLessThan(Date.now())
})

test('what speaks no TLS is a fault', async () => {
  const port = await listening(createPlain((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
  await expect(askTls({ address, port, timeoutMs: 5_000 })).rejects.toMatchObject({ code: 'tls' })
})

test('what says nothing is given up in time', async () => {
  const port = await listening(createPlain((socket) => void socket.on('error', () => undefined)))
  await expect(askTls({ address, port, timeoutMs: 300 })).rejects.toMatchObject({ code: 'timeout' })
})
