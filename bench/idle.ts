import { startSnmpd, snmpdMissing } from '#test/daemons/snmpd'
import type { Client } from '#test/client'
import { switchRows } from '../test/days/stage/devices.ts'
import { megabytes, printTable, type Figure } from './stage/figures.ts'
import { cpuMsOf, memoryOf, treeOf } from './stage/processes.ts'
import { emptyFolder, signIn, startMeasured, type MeasuredProduct } from './stage/product.ts'

const quietMs = 30_000
const deviceCount = 100
const snmpdCount = 10
const prefix = '127.44.0.0/25'

/** Memory and processor time of all processes: with nothing to do, then with a hundred devices to look after. */
export async function run(): Promise<void> {
  const folder = await emptyFolder()
  const product = await startMeasured(folder.path)
  const atEnd = [folder.remove, product.stop]
  const figures: Figure[] = []
  try {
    const { admin, organisationId } = await signIn(product)
    figures.push(...(await quietFigures(product, 'idle', '1 % of a core')))
    const missing = snmpdMissing()
    for (let number = 1; number <= (missing ? 0 : snmpdCount); number += 1)
      atEnd.push((await startSwitch(number)).stop)
    await supervise(admin, organisationId)
    const measured = await quietFigures(product, `${deviceCount} devices`)
    const kinds = missing ? 'ping only' : `ping; ${snmpdCount} of them snmpd, 24 ports each`
    figures.push(...measured.map((figure) => ({ ...figure, how: `${figure.how}; ${kinds}` })))
  } finally {
    for (const end of atEnd.toReversed()) await end()
  }
  printTable(figures)
}

function startSwitch(number: number) {
  return startSnmpd({
    address: `127.44.0.${number}`,
    sysName: `sw-bench-${number}`,
    sysObjectID: '1.3.6.1.4.1.9.1.1208',
    overrides: switchRows({
      ports: 24,
      model: 'WS-C2960X-24TS-L',
      serial: `FOCBENCH${number}`,
      firmware: '15.2(4)E7',
      macPrefix: `00aabbdd${number.toString(16).padStart(2, '0')}`,
    }),
  })
}

/** Finds what answers on the prefix and takes a hundred of it over, as a person does. */
async function supervise(admin: Client, organisationId: string): Promise<void> {
  await admin.call('POST /credentials', {
    organisationId,
    name: 'public',
    settings: { version: '2c' },
    secret: { community: 'public' },
  } as never)
  const { id } = await admin.call('POST /discoveries', { organisationId, prefix })
  await until(async () => (await admin.call('GET /discoveries/:id', { id })).state !== 'running')
  const proposals = await admin.call('GET /proposals', { discoveryId: id, limit: 500 } as never)
  const chosen = proposals.items.slice(0, deviceCount).map((proposal) => proposal.id)
  if (chosen.length < deviceCount) throw new Error(`only ${chosen.length} devices were found on ${prefix}`)
  await admin.call('POST /proposals/accept', { ids: chosen })
  await until(async () => {
    const { total } = await admin.call('GET /checks', { limit: 1, state: ['ok'] } as never)
    return total >= deviceCount
  })
}

/** Lets the product settle, then looks at it for half a minute. */
async function quietFigures(product: MeasuredProduct, when: string, aim?: string): Promise<Figure[]> {
  await pause(10_000)
  const before = treeOf(product.pid)
  await pause(quietMs)
  const after = treeOf(product.pid)
  const percent = ((cpuMsOf(after) - cpuMsOf(before)) / quietMs) * 100
  return [
    {
      what: `memory, ${when}`,
      figure: megabytes(memoryOf(after)),
      how: `PSS of ${after.length} processes`,
    },
    {
      what: `processor, ${when}`,
      figure: `${percent.toFixed(2)} % of a core`,
      ...(aim ? { aim } : {}),
      how: `over ${quietMs / 1_000} s`,
    },
  ]
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const latest = performance.now() + 120_000
  while (!(await holds())) {
    if (performance.now() > latest) throw new Error('it did not come about in two minutes')
    await pause(500)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
