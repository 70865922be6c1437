import { Agent } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { connectionToRunning } from '#kernel/database/embedded'
import { superuser } from '#kernel/database/embedded/cluster'
import { client, type Client } from '#test/client'
import { milliseconds, percentile, printTable, type Figure } from './stage/figures.ts'
import { emptyFolder, importAssets, signIn, startMeasured } from './stage/product.ts'
import { oneAfterAnother, timeOf } from './stage/requests.ts'

const alerts = 5_000
const siteCount = 230
const asked = 100
const burst = 400

/** Bad days: the overview with everything down, and the list of assets while many sign in at once. */
export async function run(): Promise<void> {
  const folder = await emptyFolder()
  const product = await startMeasured(folder.path)
  const agent = new Agent({ keepAlive: true })
  const figures: Figure[] = []
  const add = (what: string, times: readonly number[], how: string) => {
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
    const figure = `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`
    figures.push({ what, figure, aim: 'p95 100 ms', how })
  }
  try {
    const { admin, organisationId } = await signIn(product)
    await importAssets(admin, organisationId, alerts)
    await placeAll(admin, organisationId, join(folder.path, 'data'))
    const overview = await oneAfterAnother(asked, () => timeOf(agent, admin, '/api/v1/overview'))
    add('GET /overview', overview, `${alerts} assets on ${siteCount} sites, an open alert on each`)
    const besides = await during(signIns(product.url), () => timeOf(agent, admin, '/api/v1/assets'))
    add('GET /assets besides a burst', besides, `while ${burst} sign-ins with wrong passwords are answered`)
  } finally {
    agent.destroy()
    await product.stop()
    await folder.remove()
  }
  printTable(figures)
}

async function placeAll(admin: Client, organisationId: string, data: string): Promise<void> {
  const sites: string[] = []
  for (let at = 0; at < siteCount; at += 1)
    sites.push((await admin.call('POST /sites', { organisationId, name: `Site ${at}` })).id)
  const database = new pg.Client(connectionToRunning(data)!(superuser))
  await database.connect()
  await database.query(`begin; select set_config('vigie.now', '${new Date().toISOString()}', true)`)
  await database.query(
    `update estate.assets set site_id = (array['${sites.join("','")}']::uuid[])[1 + right(serial, 3)::int % ${siteCount}]
       where serial ~ '\\d{3}$'`,
  )
  await database.query(`
    insert into supervision.asset_states (asset_id, organisation_id, state, since)
      select id, organisation_id, 'critical', kernel.clock() from estate.assets;
    insert into supervision.alerts
      (id, organisation_id, asset_id, rule, state, worst, opened_at, changed_at, asset_name, asset_kind)
      select gen_random_uuid(), organisation_id, id, 'ping.lost', 'critical', 'critical', kernel.clock(), kernel.clock(),
        name, kind from estate.assets;
    commit`)
  await database.end()
}

function signIns(url: string): Promise<unknown> {
  const tries = Array.from({ length: burst }, (_, at) =>
    client(url).send('POST /sessions', { email: `nobody-${at}@example.org`, password: 'a wrong password' }),
  )
  return Promise.all(tries)
}

/** How long each took of those that began while something else went on. */
async function during(other: Promise<unknown>, ask: () => Promise<number>): Promise<number[]> {
  let isOver = false
  void other.then(() => (isOver = true))
  const times: number[] = []
  while (!isOver) times.push(await ask())
  return times
}
