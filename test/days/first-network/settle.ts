import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { client, type Client } from '../../client.ts'
import type { TestSmtp } from '../../daemons/smtp.ts'
import { picture } from '../stage/browser.ts'
import type { Stage } from '../stage/day.ts'
import type { Product } from '../stage/product.ts'
import { community, guarded, person, prefix, site } from './scene.ts'

/** The one-time link makes the first administrator, who names his organisation. */
export async function firstVisit({ hand }: Stage, page: Page, product: Product): Promise<void> {
  await page.goto(product.link!)
  const who = 'nobody knows who sits there'
  await hand.types(page.getByLabel('Votre nom'), person.name, { fact: 'the name of the person', given: who })
  await hand.types(page.getByLabel('Courriel'), person.email, { fact: 'his mail address', given: who })
  await hand.types(page.getByRole('textbox', { name: 'Mot de passe' }), person.password, {
    fact: 'his password',
    given: 'a secret of his own',
  })
  await picture(page, 'welcome')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await hand.types(page.getByLabel('Organisation'), 'SDIS 29', {
    fact: 'the name of the organisation',
    given: 'nobody knows whose network it is',
  })
  await page.getByRole('button', { name: 'Ouvrir Vigie' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** The same person by the API: the page's own session. */
export async function asPage(page: Page, product: Product): Promise<Client> {
  const cookies = await page.context().cookies()
  const api = client(product.url)
  api.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return api
}

export async function setMailServer(
  { hand }: Stage,
  page: Page,
  product: Product,
  smtp: TestSmtp,
): Promise<void> {
  await page.goto(`${product.url}/settings/mail`)
  const given = 'nothing on the network tells it'
  await hand.types(page.getByLabel('Nom ou adresse'), '127.0.0.1', { fact: 'the mail server', given })
  await hand.types(page.getByLabel('Port'), String(smtp.port), { fact: 'its port', given })
  await hand.chooses(page.getByRole('combobox', { name: 'Chiffrement' }), 'Aucun exigé (25)', {
    fact: 'its encryption',
    given,
  })
  // Proposed from the address of who sets it.
  assert.match(await page.getByLabel('Expéditeur').inputValue(), /^Vigie <vigie@/)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Réglé ici.').waitFor()
  await picture(page, 'mail-server')
}

/** The community that most devices answer to. The user of the last one comes second, on the first visit's own page. */
export async function addCommunity({ hand }: Stage, page: Page, product: Product): Promise<void> {
  await page.goto(`${product.url}/credentials?new=1`)
  const form = page.getByRole('dialog')
  await hand.types(form.getByLabel('Nom', { exact: false }), 'Commutateurs', {
    fact: 'the name of the first credential',
    given: 'a word of their own',
  })
  await hand.types(form.getByLabel('Communauté'), community, {
    fact: 'the SNMP community',
    given: 'a secret of the devices',
  })
  await form.getByRole('button', { name: 'Créer' }).click()
  await page.getByText('Commutateurs').first().waitFor()
}

/** Everything that a discovery needs, up to its button. */
export async function sayWhereToLook({ hand }: Stage, page: Page, product: Product): Promise<void> {
  await page.goto(`${product.url}/start`)
  await hand.types(page.getByLabel('Préfixe'), prefix, {
    fact: 'the prefix',
    given: 'where to look is a decision',
  })
  await hand.types(page.getByRole('combobox', { name: 'Nom du site' }), site.name, {
    fact: 'the name of the site',
    given: 'the network does not say where it stands',
  })
  await page.getByText('SNMP v3', { exact: true }).click()
  const given = 'a secret of the device'
  await hand.types(page.getByLabel('Utilisateur'), guarded.user.name, { fact: 'the SNMP v3 user', given })
  await hand.types(page.getByLabel('Clé d’authentification'), guarded.user.authKey, {
    fact: 'its key of authentication',
    given,
  })
  await hand.types(page.getByLabel('Clé de chiffrement'), guarded.user.privKey, {
    fact: 'its key of encryption',
    given,
  })
  await picture(page, 'start')
}

export async function placeSite({ hand }: Stage, page: Page, product: Product, api: Client): Promise<void> {
  const { items } = await api.call('GET /sites', { q: site.name })
  assert.equal(items.length, 1)
  await page.goto(`${product.url}/sites/${items[0]!.id}/edit`)
  const given = 'where the building stands'
  await hand.types(page.getByLabel('Latitude'), site.latitude, { fact: 'the latitude of the site', given })
  await hand.types(page.getByLabel('Longitude'), site.longitude, { fact: 'the longitude of the site', given })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.waitForURL((url) => url.pathname === `/sites/${items[0]!.id}`)
}
