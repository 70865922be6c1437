import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { client, type Client } from '../client.ts'
import { startSmtp, type TestSmtp } from '../daemons/smtp.ts'
import { startSnmpd } from '../daemons/snmpd.ts'
import { cutOff } from './stage/apart.ts'
import { openBrowser, picture } from './stage/browser.ts'
import { seconds, type Day, type Stage } from './stage/day.ts'
import { switchRows } from './stage/devices.ts'
import { startProduct, type Product } from './stage/product.ts'
import { until } from './stage/until.ts'

const deviceCount = 10
const prefix = '127.41.0.0/28'
const victim = { name: 'sw-baie-3', address: '127.41.0.3' }
const person = {
  name: 'Camille Martin',
  email: 'camille@example.org',
  password: 'un long mot de passe à retenir',
}

/**
 * Somebody starts Vigie on a plain machine, gives it a prefix and a community, and sees his ten switches found,
 * supervised and live; one dies and comes back, and the page and a mail say so.
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
    await stage.step('a prefix and a community find the network', () => discover(stage, page, product))
    await stage.step('every fact of the ten switches is what they say', () => checkFacts(api))
    await stage.step('everything is supervised and well', () => untilAllWell(api))
    await stage.step('the overview, the list and the switch show it', () => lookAround(page, product, api))
    await dies(stage, page, product, smtp)
    await stage.step('nobody was told twice', () => toldOnce(api, smtp))
    await stage.step('no page had a fault of its own', async () => assert.deepEqual(faults, []))
    await stage.step('Ctrl-C ends it, and the journal holds', () => end(product))
  },
}

async function setTheScene(stage: Stage): Promise<TestSmtp> {
  const smtp = await startSmtp()
  stage.atEnd(() => smtp.stop())
  for (let number = 1; number <= deviceCount; number += 1) {
    const device = await startSnmpd({
      address: `127.41.0.${number}`,
      sysName: `sw-baie-${number}`,
      sysDescr:
        'Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(4)E7, RELEASE SOFTWARE (fc2)',
      sysObjectID: '1.3.6.1.4.1.9.1.1208',
      overrides: switchRows({
        ports: 4,
        model: 'WS-C2960X-24TS-L',
        serial: serialOf(number),
        firmware: '15.2(4)E7',
        macPrefix: `00aabbcc${number.toString(16).padStart(2, '0')}`,
      }),
    })
    stage.atEnd(() => device.stop())
  }
  return smtp
}

const serialOf = (number: number) => `FOC2001A${String(number).padStart(3, '0')}`

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

async function firstVisit(stage: Stage, page: Page, product: Product): Promise<void> {
  await page.goto(product.link!)
  await page.getByLabel('Votre nom').fill(person.name)
  await page.getByLabel('Courriel').fill(person.email)
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(person.password)
  await picture(page, 'welcome')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByLabel('Organisation').fill('SDIS 29')
  await page.getByRole('button', { name: 'Ouvrir Vigie' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  stage.types({ fact: 'the name of the person', is: 'given', why: 'nobody knows who sits there' })
  stage.types({ fact: 'his mail address', is: 'given', why: 'nobody knows who sits there' })
  stage.types({ fact: 'his password', is: 'given', why: 'a secret of his own' })
  stage.types({ fact: 'the name of the organisation', is: 'given', why: 'nobody knows whose network it is' })
}

/** The same person by the API: the page's own session. */
async function asPage(page: Page, product: Product): Promise<Client> {
  const cookies = await page.context().cookies()
  const api = client(product.url)
  api.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return api
}

async function setMailServer(stage: Stage, page: Page, product: Product, smtp: TestSmtp): Promise<void> {
  await page.goto(`${product.url}/settings/mail`)
  await page.getByLabel('Nom ou adresse').fill('127.0.0.1')
  await page.getByLabel('Port').fill(String(smtp.port))
  await page.getByRole('combobox', { name: 'Chiffrement' }).click()
  await page.getByRole('option', { name: 'Aucun exigé (25)' }).click()
  await page.getByLabel('Expéditeur').fill('Vigie <vigie@example.org>')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Réglé ici.').waitFor()
  await picture(page, 'mail-server')
  stage.types({
    fact: 'the mail server, its port and encryption',
    is: 'given',
    why: 'nothing on the network tells it',
  })
  stage.types({ fact: 'the sender of the mails', is: 'given', why: 'a choice of the organisation' })
}

async function discover(stage: Stage, page: Page, product: Product): Promise<void> {
  await page.goto(`${product.url}/start`)
  await page.getByLabel('Préfixe').fill(prefix)
  await page.getByLabel('Communauté').fill('public')
  await picture(page, 'start')
  await page.getByRole('button', { name: 'Lancer une découverte' }).click()
  stage.types({ fact: 'the prefix', is: 'given', why: 'where to look is a decision' })
  stage.types({ fact: 'the SNMP community', is: 'given', why: 'a secret of the devices' })
  const takeOver = page.getByRole('button', { name: `Reprendre ${deviceCount} équipements` })
  await takeOver.waitFor({ timeout: 60_000 })
  await picture(page, 'found')
  await takeOver.click()
  const api = await asPage(page, product)
  await until(
    async () => (await api.call('GET /assets')).total,
    (total) => total >= deviceCount,
    20_000,
  )
}

async function checkFacts(api: Client): Promise<void> {
  const { items } = await api.call('GET /assets', { q: 'sw-baie', sort: 'name' })
  assert.equal(items.length, deviceCount)
  for (const [index, asset] of items.entries())
    assert.partialDeepStrictEqual(asset, {
      name: `sw-baie-${index + 1}`,
      kind: 'switch',
      vendor: 'Cisco',
      model: 'WS-C2960X-24TS-L',
      serial: serialOf(index + 1),
      firmware: '15.2(4)E7',
    })
  const { items: interfaces } = await api.call('GET /interfaces', { assetId: items[0]!.id })
  assert.deepEqual(
    interfaces.map(({ name, alias, speedBps }) => [name, alias, speedBps]),
    [1, 2, 3, 4].map((port) => [`Gi1/0/${port}`, `vers baie ${port}`, 1e9]),
  )
}

async function untilAllWell(api: Client): Promise<void> {
  const wanted = (await api.call('GET /assets')).total
  await until(async () => (await api.call('GET /overview')).assets.ok, wanted, 60_000)
}

async function lookAround(page: Page, product: Product, api: Client): Promise<void> {
  await page.goto(product.url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await picture(page, 'overview')
  await page.goto(`${product.url}/assets?q=sw-baie`)
  await page.getByText('sw-baie-7').first().waitFor()
  await picture(page, 'assets')
  const { items } = await api.call('GET /assets', { q: victim.name })
  await page.goto(`${product.url}/assets/${items[0]!.id}`)
  await page.getByText(serialOf(3)).first().waitFor()
  await picture(page, 'asset')
  await page.goto(`${product.url}/alerts`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** The page stays open on the alerts, and is never reloaded. */
async function dies(stage: Stage, page: Page, product: Product, smtp: TestSmtp): Promise<void> {
  const cutAt = performance.now()
  const plugIn = cutOff(victim.address)
  await stage.step('one dies: the open page shows it without reloading', () =>
    page.getByText(victim.name).first().waitFor({ timeout: 30_000 }),
  )
  stage.figure('from death to the page', seconds(performance.now() - cutAt))
  await picture(page, 'alert')
  const mails = await stage.step('and a mail says so', () => smtp.until(1, 30_000))
  stage.figure('from death to the mail', seconds(performance.now() - cutAt))
  assert.deepEqual(mails[0]!.to, [person.email])
  assert.ok(mails[0]!.raw.includes(product.url), 'the mail has a link')
  const mendedAt = performance.now()
  plugIn()
  await stage.step('it comes back, and a mail says so', () => smtp.until(2, 30_000))
  stage.figure('from recovery to the mail', seconds(performance.now() - mendedAt))
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
