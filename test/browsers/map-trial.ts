import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

export interface Trial {
  /** Opens the page with a query (`sites=2000&scheme=dark`) and waits for the map. */
  open(query: string, size?: { width: number; height: number }): Promise<Page>
  /** Every address that any page has asked for. */
  requests: string[]
  origin: string
  close(): Promise<void>
}

/** Builds the trial page, serves it on a loopback port and starts the system's Chromium. */
export async function startTrial(): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'map-trial-'))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../../src/web/map/trial/', import.meta.url)),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname === '/' ? '/index.html' : pathname
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
    readFile(join(folder, file)).then(
      (body) => response.end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const requests: string[] = []
  return {
    origin,
    requests,
    open: (query, size = { width: 1000, height: 700 }) =>
      openPage(browser, `${origin}/?${query}`, size, requests),
    async close() {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

async function openPage(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
  requests: string[],
): Promise<Page> {
  const page = await browser.newPage({ viewport })
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(address)
  await page.waitForFunction(() => globalThis.trial.views.length > 0)
  return page
}
