import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Problem } from '../errors.ts'
import { addWeb } from './static.ts'

let folder: string
let server: FastifyInstance
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'vigie-web-')), 'web')
  server = fastify()
  server.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof Problem ? error.status : 500).send({ code: String(error) }),
  )
  addWeb(server, pathToFileURL(`${folder}/`))
})
afterEach(async () => {
  await server.close()
  rmSync(join(folder, '..'), { recursive: true })
})

/** As Vite does: what was there before is gone. */
function build(entry: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'assets'), { recursive: true })
  for (const end of ['', '.br'])
    writeFileSync(join(folder, `index.html${end}`), `<script src="/assets/${entry}.js"></script>`)
  writeFileSync(join(folder, 'assets', `${entry}.js`), `run('${entry}')`)
}

const get = async (url: string) => {
  const { statusCode, body, headers } = await server.inject({ url, headers: { accept: 'text/html' } })
  return { status: statusCode, body, cached: headers['cache-control'] }
}

test('the page and its files are those of the last build, also of one made under the running server', async () => {
  expect((await get('/')).status).toBe(404)
  for (const entry of ['main-Old1', 'main-New2']) {
    build(entry)
    for (const url of ['/', '/index.html', '/assets?q=sw-1.lan', '/assets/01a1ff78-3bdb-7728', '/sites/7'])
      expect(await get(url), url).toMatchObject({
        status: 200,
        cached: 'no-cache',
        body: expect.stringContaining(entry),
      })
    expect(await get(`/assets/${entry}.js`)).toEqual({
      status: 200,
      cached: 'public, max-age=31536000, immutable',
      body: `run('${entry}')`,
    })
  }
})

test('a file that is gone is not found, and never the page', async () => {
  build('main-Old1')
  build('main-New2')
  for (const url of [
    '/assets/main-Old1.js',
    '/assets/Page-Old1.css?v=1',
    '/theme.js',
    '/api/v1/nothing',
    '/api/docs.html',
  ])
    expect((await get(url)).status, url).toBe(404)
})

test('nothing outside the folder is served', async () => {
  build('main-New2')
  writeFileSync(join(folder, '..', 'secret.txt'), 'secret')
  for (const url of ['/../secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt'])
    expect((await get(url)).body, url).not.toBe('secret')
})
