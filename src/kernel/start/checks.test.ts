import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isBegun, prepareDataFolder } from './data-folder.ts'
import { StartFault, startFaultCodes } from './fault.ts'
import { openMasterKey } from './master-key.ts'
import { checkPort, listenFault } from './port.ts'
import { reportStartFault } from './report.ts'

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-checks-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function takePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test('a taken port is told with the process that has it', async () => {
  const port = await takePort()
  await expect(checkPort({ host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'start-port-taken',
    sentence: expect.stringMatching(
      new RegExp(`^Port ${port} is already taken by .+ \\(process ${process.pid}\\)\\.$`),
    ),
  })
})

test('a Vigie that has the port is called by its name', async () => {
  const program = `require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })`
  const child = spawn(process.execPath, ['--eval', program, '/opt/vigie/src/main.ts', 'up'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  await expect(checkPort({ host: '127.0.0.1', port: Number(port) })).rejects.toMatchObject({
    sentence: `Port ${Number(port)} is already taken by Vigie (process ${child.pid}).`,
  })
})

test('a free port is free again after the check', async () => {
  const server = createServer()
  await checkPort({ host: '127.0.0.1', port: 0 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  await checkPort({ host: '127.0.0.1', port })
  await checkPort({ host: '127.0.0.1', port })
})

test('an address of another machine is told as such', async () => {
  await expect(checkPort({ host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
    code: 'start-address-unknown',
  })
})

test('a port for root alone, and an error that is none of listening', () => {
  const denied = Object.assign(new Error('listen'), { code: 'EACCES' })
  expect(listenFault(denied, { host: '0.0.0.0', port: 443 })).toMatchObject({
    code: 'start-port-not-allowed',
  })
  expect(listenFault(new Error('something else'), { host: '::', port: 1 })).toBeNull()
})

test('a data folder is made for its owner, and looked at again without harm', () => {
  const folder = join(makeFolder(), 'deep/data')
  prepareDataFolder(folder)
  prepareDataFolder(folder)
  expect(statSync(folder).mode & 0o066).toBe(0)
})

test('where a file stands in the way, the data folder is not writable', () => {
  const file = join(makeFolder(), 'data')
  writeFileSync(file, '')
  expect(() => prepareDataFolder(file)).toThrow(
    expect.objectContaining({ code: 'start-folder-not-writable' }),
  )
})

test('data of a newer format are left alone', () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'format'), '99\n')
  expect(() => prepareDataFolder(folder)).toThrow(
    expect.objectContaining({ code: 'start-data-newer', sentence: expect.stringContaining('format 99') }),
  )
})

test('a master key is made once, for nobody else to read', () => {
  const folder = makeFolder()
  const key = openMasterKey(folder, null)
  expect(key).toHaveLength(32)
  expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
  expect(isBegun(folder)).toBe(true)
  chmodSync(join(folder, 'master.key'), 0o644)
  expect(openMasterKey(folder, null)).toEqual(key)
  expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
})

test('a given master key leaves no file, and is needed from then on', () => {
  const folder = makeFolder()
  const given = Buffer.alloc(32, 7)
  expect(openMasterKey(folder, given.toString('base64'))).toEqual(given)
  expect(existsSync(join(folder, 'master.key'))).toBe(false)
  expect(() => openMasterKey(folder, null)).toThrow(expect.objectContaining({ code: 'start-master-key' }))
})

test('another master key than the one of the data is refused', () => {
  const folder = makeFolder()
  openMasterKey(folder, null)
  const other = Buffer.alloc(32, 1).toString('base64')
  expect(() => openMasterKey(folder, other)).toThrow(expect.objectContaining({ code: 'start-master-key' }))
  writeFileSync(join(folder, 'master.key'), 'short\n')
  expect(() => openMasterKey(folder, null)).toThrow(/is damaged/)
})

test('a fault is printed as one line with its code, and anything else with its stack', () => {
  const lines: string[] = []
  const write = (text: string) => void lines.push(text)
  const fault = new StartFault('start-port-taken', 'Port 1 is already taken.', 'Choose another.')
  expect(reportStartFault(fault, write)).toBe(1)
  expect(reportStartFault(new TypeError('oops'), write)).toBe(70)
  expect(lines[0]).toBe('vigie: Port 1 is already taken. Choose another. [start-port-taken]\n')
  expect(lines[1]).toMatch(/TypeError: oops\n {4}at /)
})

test.each(startFaultCodes)('%s has a page', (code) => {
  const page = new URL(`../../../docs/errors/${code}.md`, import.meta.url)
  expect(readFileSync(page, 'utf8')).toContain(code)
})
