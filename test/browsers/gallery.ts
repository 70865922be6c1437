import { createReadStream, existsSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'

export interface Look {
  theme?: 'light' | 'dark'
  language?: 'fr' | 'en'
  width?: number
}

export interface Gallery {
  origin: string
  /** Opens a page in a browser profile of its own, and waits until it shows something. */
  open(path: string, look?: Look): Promise<Page>
  /** What pages said in the console as an error, or threw. */
  faults: string[]
  /** The streams of events that are open now. */
  streams: ReadonlySet<ServerResponse>
  /** False: whoever asks for a stream is refused, and those that are open are cut. */
  stream(isOn: boolean): void
  close(): Promise<void>
}

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Builds the gallery of components, serves it on a loopback port and starts the system's Chromium. */
export async function startGallery(): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-gallery-'))
  await build({ mode: 'gallery', logLevel: 'warn', build: { outDir: folder } })
  const streams = new Set<ServerResponse>()
  const events = { isOn: true, streams }
  const server = serve(folder, events)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumArguments })
  const faults: string[] = []
  return {
    origin,
    faults,
    streams,
    open: (path, look = {}) => openPage(browser, origin, path, look, faults),
    stream(isOn) {
      events.isOn = isOn
      if (!isOn) for (const stream of streams) stream.destroy()
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface Events {
  isOn: boolean
  streams: Set<ServerResponse>
}

/** The built files, under the content security policy that the product is served with. */
function serve(root: string, events: Events): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/api/v1/events') return openStream(response, events)
    const path = join(root, pathname)
    const file = existsSync(path) && statSync(path).isFile() ? path : join(root, 'index.html')
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy':
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:",
    })
    createReadStream(file).pipe(response)
  })
}

/** The stream of events, as the product's server speaks it. */
function openStream(response: ServerResponse, { isOn, streams }: Events): void {
  if (!isOn) return void response.writeHead(503).end()
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write('retry: 1000\nevent: hello\ndata: {}\n\n')
  streams.add(response)
  response.on('close', () => streams.delete(response))
}

async function openPage(
  browser: Browser,
  origin: string,
  path: string,
  { theme = 'light', language = 'en', width = 1440 }: Look,
  faults: string[],
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    hasTouch: width < 700,
    reducedMotion: 'reduce',
  })
  await context.addInitScript(
    (given) => {
      const preferences = { theme: given.theme, density: 'comfortable' }
      localStorage.setItem('vigie.preferences', JSON.stringify(preferences))
      localStorage.setItem('vigie.language', JSON.stringify(given.language))
    },
    { theme, language },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${path}: ${message.text()}`)
  })
  await page.goto(origin + path)
  await page.locator('h1, [role=alert], main p').first().waitFor()
  return page
}
