import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Client } from '../client.ts'
import type { TestSmtp } from '../daemons/smtp.ts'
import { comesBack, dies } from './first-network/fall.ts'
import {
  checkFacts,
  checkTraffic,
  lookAround,
  lookAtMap,
  openPages,
  untilAllWell,
} from './first-network/look.ts'
import { deviceCount, setTheScene } from './first-network/scene.ts'
import {
  addCommunity,
  asPage,
  firstVisit,
  placeSite,
  sayWhereToLook,
  setMailServer,
} from './first-network/settle.ts'
import { openBrowser, picture } from './stage/browser.ts'
import { seconds, type Day, type Stage } from './stage/day.ts'
import { startProduct, type Product } from './stage/product.ts'

/** From the click on the discovery's button to everything supervised and well. */
const supervisedMs = 60_000

/**
 * Somebody starts Vigie on a plain machine, gives it a prefix and two credentials, and sees his ten switches found,
 * supervised and live; one dies and comes back, and the pages and mails say so.
 */
export const day: Day = {
  name: 'first-network',
  limitMs: 180_000,
  async live(stage) {
    const smtp = await stage.step('a mail server and ten switches are there', () => setTheScene(stage))
    const product = await stage.step('Vigie starts in an empty folder and says where to look', () =>
      startEmpty(stage),
    )
    const { page, faults } = await stage.step('a browser opens', () => openFor(stage))
    await stage.step('the one-time link makes the first administrator', () =>
      firstVisit(stage, page, product),
    )
    const api = await asPage(page, product)
    await stage.step('the mail server is set', () => setMailServer(stage, page, product, smtp))
    await stage.step('a first credential is given', () => addCommunity(stage, page, product))
    await stage.step('a prefix, a site and a second credential', () => sayWhereToLook(stage, page, product))
    await discover(stage, page, api)
    await stage.step('every fact of the ten switches is what they say', () => checkFacts(api))
    await stage.step('the site gets its place', () => placeSite(stage, page, product, api))
    await stage.step('the overview and the list show it', () => lookAround(page, product))
    const context = page.context()
    await stage.step('the site stands on the map, well', () => lookAtMap(context, product, 'Normal'))
    const pages = await stage.step('the alerts and a switch stay open', () =>
      openPages(context, product, api),
    )
    const told = { stage, api, smtp, pages }
    const plugIn = await dies(told)
    await stage.step('and on the map the site is critical', () => lookAtMap(context, product, 'Critique'))
    await comesBack(told, plugIn)
    await stage.step('what is stored of a port is what it counted, and is drawn', () =>
      checkTraffic(page, product, api),
    )
    await stage.step('nobody was told twice', () => toldOnce(api, smtp))
    await stage.step('no page had a fault of its own', async () => assert.deepEqual(faults, []))
    await stage.step('Ctrl-C ends it, and the journal holds', () => end(product))
  },
}

async function startEmpty(stage: Stage): Promise<Product> {
  const product = await startProduct()
  stage.atEnd(() => product.stop())
  assert.match(product.link ?? '', /\/welcome#/)
  return product
}

async function openFor(stage: Stage) {
  const opened = await openBrowser()
  stage.atEnd(() => opened.browser.close())
  return opened
}

/** The promise of the first screen: under a minute from the button to a network that is supervised. */
async function discover(stage: Stage, page: Page, api: Client): Promise<void> {
  const clickedAt = performance.now()
  const left = () => supervisedMs - (performance.now() - clickedAt)
  await stage.step('all of it is found', async () => {
    await page.getByRole('button', { name: 'Lancer une découverte' }).click()
    const takeOver = page.getByRole('button', { name: `Reprendre ${deviceCount} équipements` })
    await takeOver.waitFor({ timeout: left() })
    await picture(page, 'found')
    await takeOver.click()
  })
  await stage.step('and supervised, and well, within a minute', () => untilAllWell(api, left()))
  const took = performance.now() - clickedAt
  stage.figure('from the button to all supervised and well', seconds(took))
  assert.ok(took < supervisedMs, `it took ${seconds(took)}`)
}

async function toldOnce(api: Client, smtp: TestSmtp): Promise<void> {
  assert.equal(smtp.mails.length, 2)
  const { items } = await api.call('GET /messages')
  assert.deepEqual(
    items.map(({ state }) => state),
    ['sent', 'sent'],
  )
}

async function end(product: Product): Promise<void> {
  assert.equal(await product.interrupt(), 0)
  const { code, output } = await product.vigie('audit', 'verify')
  assert.match(output, /The journal holds/)
  assert.equal(code, 0)
}
