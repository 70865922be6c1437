import { Agent, get } from 'node:http'
import type { Client } from '#test/client'
import { milliseconds, percentile, printTable, type Figure } from './stage/figures.ts'
import { emptyFolder, signIn, startMeasured } from './stage/product.ts'

const assetCount = 10_000
const asked = 400
const loadMs = 8_000
const callers = 8

/** The list of assets with ten thousand of them: how soon one caller is answered, and how many a second all are. */
export async function run(): Promise<void> {
  const folder = await emptyFolder()
  const product = await startMeasured(folder.path)
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const figures: Figure[] = []
  try {
    const { admin, organisationId } = await signIn(product)
    await importAssets(admin, organisationId)
    const ask = (path: string) => timeOf(agent, admin, path)
    const paths: [string, string][] = [
      ['first page, 100 rows', '/api/v1/assets'],
      ['a search, 100 rows', '/api/v1/assets?q=brest-1'],
      ['by kind, last first', '/api/v1/assets?kind=switch&sort=-name'],
    ]
    for (const [what, path] of paths) {
      const times = await oneAfterAnother(() => ask(path))
      const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
      figures.push({
        what: `GET /assets, ${what}`,
        figure: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
        aim: 'p95 50 ms',
        how: `${asked} requests one after another`,
      })
    }
    figures.push({
      what: 'GET /assets under load',
      figure: `${(await perSecond(() => ask('/api/v1/assets'))).toFixed(0)} requests/s`,
      how: `${callers} callers for ${loadMs / 1_000} s, on the same machine`,
    })
  } finally {
    agent.destroy()
    await product.stop()
    await folder.remove()
  }
  printTable(figures)
}

async function importAssets(admin: Client, organisationId: string): Promise<void> {
  const kinds = ['switch', 'server', 'workstation', 'printer']
  const lines = Array.from(
    { length: assetCount },
    (_, at) => `asset-brest-${at},${kinds[at % kinds.length]},Cisco,C2960X,SN${at}`,
  )
  const answer = await fetch(`${admin.url}/api/v1/assets/import?organisationId=${organisationId}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', cookie: admin.cookie!, 'x-vigie-request': '1' },
    body: ['name,kind,vendor,model,serial', ...lines].join('\n'),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const { total } = await admin.call('GET /assets', { limit: 1 })
  if (total !== assetCount) throw new Error(`${total} assets instead of ${assetCount}`)
}

async function oneAfterAnother(ask: () => Promise<number>): Promise<number[]> {
  for (let time = 0; time < 50; time += 1) await ask()
  const times: number[] = []
  for (let time = 0; time < asked; time += 1) times.push(await ask())
  return times
}

async function perSecond(ask: () => Promise<number>): Promise<number> {
  const began = performance.now()
  let answered = 0
  const call = async () => {
    for (; performance.now() - began < loadMs; answered += 1) await ask()
  }
  await Promise.all(Array.from({ length: callers }, call))
  return answered / ((performance.now() - began) / 1_000)
}

/** Until the last byte has come, in milliseconds. */
function timeOf(agent: Agent, admin: Client, path: string): Promise<number> {
  const began = performance.now()
  const headers = { cookie: admin.cookie!, 'x-vigie-request': '1' }
  return new Promise((resolve, reject) => {
    get(new URL(path, admin.url), { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`))
      answer.resume().once('end', () => resolve(performance.now() - began))
    }).once('error', reject)
  })
}
