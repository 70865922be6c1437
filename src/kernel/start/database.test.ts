import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#kernel/database/embedded'
import { checkDatabase } from './database.ts'

const quiet = { info() {}, warn() {}, error() {} }
const folder = mkdtempSync(join(tmpdir(), 'vigie-external-'))
let postgres: EmbeddedPostgres

beforeAll(async () => {
  chmodSync(folder, 0o755)
  postgres = await startEmbeddedPostgres({ dataFolder: folder, log: quiet, settings: { fsync: 'off' } })
})
afterAll(async () => {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const address = (user: string, database: string) =>
  `postgres://${user}:hunter2@${encodeURIComponent(postgres.connection(user).host!)}/${database}`

async function fault(url: string): Promise<{ code: string; message: string }> {
  const error = await checkDatabase(url).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toMatchObject({ name: 'StartFault' })
  expect(String((error as Error).stack)).not.toContain('hunter2')
  return error as { code: string; message: string }
}

test('a database that fits passes', async () => {
  await expect(checkDatabase(address('vigie_owner', 'vigie'))).resolves.toBeUndefined()
})

test('a user or a database that is not there is told by its name', async () => {
  expect(await fault(address('stranger', 'vigie'))).toMatchObject({
    code: 'start-database-unreachable',
    message: expect.stringContaining('refuses the user "stranger"'),
  })
  expect(await fault(address('vigie_owner', 'nowhere'))).toMatchObject({
    message: expect.stringContaining('has no database "nowhere"'),
  })
})

test('a server that is down, and a host that nobody knows', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  expect((await fault(`postgres://me:hunter2@127.0.0.1:${port}/vigie`)).message).toBe(
    `The database of DATABASE_URL (127.0.0.1:${port}/vigie) does not answer. Start it, or correct the address, then start again.`,
  )
  expect((await fault('postgres://me:hunter2@vigie.invalid/vigie')).message).toContain('unknown host name')
})

test('a database that stores another encoding is refused', async () => {
  const client = new Client(postgres.connection('vigie_owner'))
  await client.connect()
  await client.query(
    `create database bytes encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
  )
  await client.end()
  expect((await fault(address('vigie_owner', 'bytes'))).code).toBe('start-database-encoding')
})

test('a PostgreSQL before 15 is refused', async () => {
  const server = await fakePostgres('140011')
  const { port } = server.address() as AddressInfo
  expect(await fault(`postgres://me:hunter2@127.0.0.1:${port}/vigie`)).toMatchObject({
    code: 'start-database-too-old',
    message: expect.stringContaining('is PostgreSQL 14; Vigie needs 15 or later'),
  })
  server.close()
})

/**
 * A fake, since no PostgreSQL before 15 can be had here: it lets anyone in and answers every query with one row,
 * in the messages of the protocol's version 3 (PostgreSQL's documentation, "Frontend/Backend Protocol").
 */
async function fakePostgres(version: string): Promise<Server> {
  const ready = message('Z', Buffer.from('I'))
  const authenticated = Buffer.concat([message('R', int32(0)), ready])
  const answer = Buffer.concat([
    message('T', Buffer.concat([int16(2), field('version'), field('encoding')])),
    message('D', Buffer.concat([int16(2), value(version), value('UTF8')])),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ])
  const server = createServer((socket) => {
    let isIn = false
    socket.on('error', () => {})
    socket.on('data', () => {
      socket.write(isIn ? answer : authenticated)
      isIn = true
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function message(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function field(name: string): Buffer {
  const text = 25
  const rest = [int32(0), int16(0), int32(text), int16(-1), int32(-1), int16(0)]
  return Buffer.concat([Buffer.from(`${name}\0`), ...rest])
}

const value = (text: string) => Buffer.concat([int32(text.length), Buffer.from(text)])

function int32(number: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(number)
  return buffer
}

function int16(number: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeInt16BE(number)
  return buffer
}
