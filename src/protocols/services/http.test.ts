import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer as createPlain, type AddressInfo, type Server } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { makeIdentity } from './certificates.testing.ts'
import { askHttp } from './index.ts'

const address = '127.13.0.3'
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await once(server.listen(0, address), 'listening')
  return (server.address() as AddressInfo).port
}
const serve = (answer: RequestListener) => listening(createServer(answer))

test('status, headers, body and times are read, at the address that was said', async () => {
  const port = await serve((request, response) => {
    response.writeHead(503, { 'x-asked': `${request.headers.host} ${request.url}` }).end('{"up":false}')
  })
  const url = `http://intranet.example.org:${port}/health?deep=1`
  const answer = await askHttp({ url, address, timeoutMs: 5_000 })
  expect(answer.status).toBe(503)
  expect(answer.headers['x-asked']).toBe(`intranet.example.org:${port} /health?deep=1`)
  expect(answer.body.toString()).toBe('{"up":false}')
  expect(answer.isCut).toBe(false)
  expect(answer.totalMs).toBeGreaterThanOrEqual(answer.firstByteMs)
  expect(answer.chain).toBeNull()
})

test('a redirection is an answer', async () => {
  const port = await serve((_request, response) => response.writeHead(302, { location: '/login' }).end())
  expect(await askHttp({ url: `http://a.example:${port}/`, address, timeoutMs: 5_000 })).toMatchObject({
    status: 302,
    headers: { location: '/login' },
  })
})

test('a body without an end is cut', async () => {
  const port = await serve((_request, response) => {
    const more = () => void (response.destroyed || response.write('x'.repeat(16_384), more))
    more()
  })
  const answer = await askHttp({
    url: `http://a.example:${port}/`,
    address,
    timeoutMs: 5_000,
    mostBytes: 50_000,
  })
  expect(answer.body.length).toBe(50_000)
  expect(answer.isCut).toBe(true)
})

test('one that drips is late as a whole', async () => {
  const port = await serve((_request, response) => {
    const timer = setInterval(() => response.write('.'), 50)
    response.on('close', () => clearInterval(timer))
  })
  await expect(askHttp({ url: `http://a.example:${port}/`, address, timeoutMs: 400 })).rejects.toMatchObject({
    code: 'timeout',
  })
})

test('what is no HTTP, or hangs up, is a fault', async () => {
  const odd = await listening(createPlain((socket) => socket.end('SSH-2.0-OpenSSH_9.2p1\r\n')))
  const gone = await listening(createPlain((socket) => socket.destroy()))
  const ask = (port: number) => askHttp({ url: `http://a.example:${port}/`, address, timeoutMs: 5_000 })
  await expect(ask(odd)).rejects.toMatchObject({ code: 'bad-answer' })
  await expect(ask(gone)).rejects.toMatchObject({ code: 'closed' })
})

test('a certificate that is not to be trusted is a fault, unless it is not looked at', async () => {
  const identity = makeIdentity({ names: 'DNS:a.example', days: 20 })
  const port = await listening(createHttps(identity, (_request, response) => response.end('hello')))
  const target = { url: `https://a.example:${port}/`, address, timeoutMs: 5_000 }
  await expect(askHttp(target)).rejects.toMatchObject({ code: 'certificate' })
  const answer = await askHttp({ ...target, verify: false })
  expect(answer.body.toString()).toBe('hello')
  expect(answer.chain?.[0].names).toEqual(['a.example'])
})

test('a key that is too weak is a fault of the certificate', async () => {
  const weak = {
    ...makeIdentity({ names: 'DNS:a.example', days: 20, rsaBits: 1_024 }),
    ciphers: 'DEFAULT@SECLEVEL=0',
  }
  const port = await listening(createHttps(weak, (_request, response) => response.end('hello')))
  const asked = askHttp({ url: `https://a.example:${port}/`, address, timeoutMs: 5_000 })
  await expect(asked).rejects.toMatchObject({ code: 'certificate' })
})

test.each(['ftp://a.example/', 'nonsense', 'http://'])('%s is no target', async (url) => {
  await expect(askHttp({ url, address, timeoutMs: 100 })).rejects.toMatchObject({ code: 'bad-target' })
})

test('another address in the URL is a name: the machine that was said is asked', async () => {
  const other = createServer((_request, response) => response.end('secret'))
  servers.push(other)
  await once(other.listen(0, '127.13.0.4'), 'listening')
  const { port } = other.address() as AddressInfo
  const url = `http://127.13.0.4:${port}/`
  await expect(askHttp({ url, address, timeoutMs: 2_000 })).rejects.toMatchObject({ code: 'refused' })
})

/** A server that answers whatever it is asked with these bytes, and does no more. */
const say = (bytes: string) =>
  listening(
    createPlain((socket) => {
      socket.on('error', () => undefined).once('data', () => void socket.write(bytes))
    }),
  )

test.each([
  [
    'turns to another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    'bad-answer',
  ],
  ['stops in its head', 'HTTP/1.1 200 OK\r\n', 'timeout'],
  ['stops in a body without a length', 'HTTP/1.1 200 OK\r\n\r\nhi', 'timeout'],
  ['stops in a body with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nhi', 'timeout'],
  ['stops in a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n', 'timeout'],
])('a page that %s is not well', async (_what, bytes, code) => {
  const port = await say(bytes)
  await expect(askHttp({ url: `http://a.example:${port}/`, address, timeoutMs: 300 })).rejects.toMatchObject({
    code,
  })
})

test('a connection that ends within the answer is a fault', async () => {
  const port = await listening(
    createPlain((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nhi'))
    }),
  )
  const asked = askHttp({ url: `http://a.example:${port}/`, address, timeoutMs: 2_000 })
  await expect(asked).rejects.toMatchObject({ code: 'closed' })
})
