/**
 * `node scripts/fresh-start.ts`: what the README promises of a fresh machine, with other versions of Node and npm than
 * those at hand. Each gets a clone of its own (of what is committed) and types `npm start`. Needs the registry of packages.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTools, type Tools, type Versions } from './fresh-start/tools.ts'
import { clone, type Checkout } from './fresh-start/checkout.ts'
import { startProduct, type Product } from './fresh-start/product.ts'

interface Machine extends Versions {
  name: string
  env?: Record<string, string>
}

const machines: Machine[] = [
  { name: 'Debian 12: Node 18, npm 9', node: '18', npm: '9' },
  {
    name: 'the newest Node and npm, no install scripts',
    node: 'latest',
    npm: 'latest',
    env: { npm_config_ignore_scripts: 'true' },
  },
]

let failed = 0
let passed = 0

async function step(name: string, run: () => Promise<void>): Promise<boolean> {
  const began = performance.now()
  const error = await run().then(
    () => undefined,
    (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
  )
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  console.log(`${error ? 'FAILED  ' : 'ok      '} ${seconds.padStart(6)} s  ${name}`)
  if (error) console.log(error.message)
  if (error) failed += 1
  else passed += 1
  return !error
}

async function tryMachine(machine: Machine): Promise<void> {
  // Closed to others, as a folder in somebody's home is: PostgreSQL's own account has no way into it.
  const folder = mkdtempSync(join(tmpdir(), 'vigie-fresh-'))
  let tools: Tools
  let checkout: Checkout
  /** Where it said that its data lie, outside the clone. */
  const placed = new Set<string>()
  const start = async () => {
    const product = await startProduct(tools, checkout, machine.env ?? {})
    const place = /the database lies in (\S+)\.$/m.exec(product.said())?.[1]
    if (place) placed.add(place).add(`${place}.belongs-to`)
    return product
  }
  try {
    console.log(`\n${machine.name}`)
    const isMade = await step('its Node and npm are here, and a clone', async () => {
      tools = await makeTools(join(folder, 'tools'), machine)
      checkout = await clone(join(folder, 'vigie'))
    })
    if (!isMade) return
    if (!(await step('the first npm start installs, builds and serves', () => firstStart(start)))) return
    await step('the second does neither, and serves', () => secondStart(start))
    await step('after kill -9 nothing is left, and the next one serves', () => killedStart(start))
  } finally {
    for (const left of [folder, ...placed]) rmSync(left, { recursive: true, force: true })
  }
}

async function firstStart(start: () => Promise<Product>): Promise<void> {
  const product = await start()
  expectSaid(product, /Packages installed/, true)
  expectSaid(product, /^Create the first administrator .*\/welcome#/m, true)
  await product.serves()
  await product.stop()
}

async function secondStart(start: () => Promise<Product>): Promise<void> {
  const product = await start()
  expectSaid(product, /Packages installed|Building the web/, false)
  await product.serves()
  await product.stop()
}

async function killedStart(start: () => Promise<Product>): Promise<void> {
  const product = await start()
  await product.kill()
  const next = await start()
  await next.serves()
  await next.stop()
}

function expectSaid(product: Product, what: RegExp, isWanted: boolean): void {
  if (what.test(product.said()) !== isWanted)
    throw new Error(`${isWanted ? 'missing' : 'unwanted'}: ${what}\n${product.said()}`)
}

for (const machine of machines) await tryMachine(machine)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
