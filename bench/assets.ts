import { Agent } from 'node:http'
import { milliseconds, percentile, printTable, type Figure } from './stage/figures.ts'
import { emptyFolder, importAssets, signIn, startMeasured } from './stage/product.ts'
import { oneAfterAnother, timeOf } from './stage/requests.ts'

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
    await importAssets(admin, organisationId, assetCount)
    const ask = (path: string) => timeOf(agent, admin, path)
    const paths: [string, string][] = [
      ['first page, 100 rows', '/api/v1/assets'],
      ['a search, 100 rows', '/api/v1/assets?q=brest-1'],
      ['by kind, last first', '/api/v1/assets?kind=switch&sort=-name'],
    ]
    for (const [what, path] of paths) {
      const times = await oneAfterAnother(asked, () => ask(path))
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

async function perSecond(ask: () => Promise<number>): Promise<number> {
  const began = performance.now()
  let answered = 0
  const call = async () => {
    for (; performance.now() - began < loadMs; answered += 1) await ask()
  }
  await Promise.all(Array.from({ length: callers }, call))
  return answered / ((performance.now() - began) / 1_000)
}
