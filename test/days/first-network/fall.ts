import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Client } from '../../client.ts'
import { readMail } from '../../daemons/mail.ts'
import type { TestSmtp } from '../../daemons/smtp.ts'
import { cutOff } from '../stage/apart.ts'
import { picture } from '../stage/browser.ts'
import { seconds, type Stage } from '../stage/day.ts'
import { noiseMeter } from '../stage/noise.ts'
import { person, site, victim } from './scene.ts'

/**
 * A change of state is on the open page this long after it happened, at the latest. The aim of one second is a
 * figure that the bench keeps; here only a page that waits for something else than the change is a fault.
 */
const pageMs = 5_000

const place = `${RegExp.escape(victim.address)} · ${site.name}`

/** Pages that were opened before anything happened, and are never reloaded. */
export interface OpenPages {
  alerts: Page
  asset: Page
}

interface Told {
  stage: Stage
  api: Client
  smtp: TestSmtp
  pages: OpenPages
}

/** The open pages and a mail say that it died: which, what, how bad, since when. */
export async function dies(told: Told): Promise<() => void> {
  const { stage, pages, api, smtp } = told
  const cutAt = performance.now()
  const plugIn = cutOff(victim.address)
  await stage.step('one dies: the open pages say so at once, without reloading', async () => {
    const row = pages.alerts.getByRole('row').filter({ hasText: victim.name })
    const shown = await seenAt({
      'the alerts': row.filter({ hasText: 'Critique' }).filter({ hasText: 'Ne répond plus au ping' }),
      'the switch': pages.asset.locator('[data-state=critical][data-as=badge]'),
    })
    stage.figure('from death to the pages', seconds(performance.now() - cutAt))
    const [alert, ...others] = (await api.call('GET /alerts', { isOpen: 'true' })).items
    assert.deepEqual(others, [])
    assert.partialDeepStrictEqual(alert, { assetName: victim.name, state: 'critical', rule: 'ping.lost' })
    soonAfter(stage, 'from the alert', Date.parse(alert!.openedAt), shown)
    await picture(pages.alerts, 'alert')
    await picture(pages.asset, 'asset-down')
  })
  await stage.step('and a mail says so in French', async () => {
    const mails = await smtp.until(1, 30_000)
    stage.figure('from death to the mail', seconds(performance.now() - cutAt))
    readsLike(told, mails[0]!, {
      subject: `[Vigie] Critique\u00A0: ${victim.name} – ne répond plus au ping`,
      where: new RegExp(`^${place} · depuis le \\d`, 'm'),
    })
  })
  return plugIn
}

/** The same pages and a second mail say that it is back. */
export async function comesBack(told: Told, plugIn: () => void): Promise<void> {
  const { stage, pages, api, smtp } = told
  const mendedAt = performance.now()
  plugIn()
  await stage.step('it comes back: the same open pages say so', async () => {
    const shown = await seenAt({
      'the alerts': pages.alerts.getByText('Aucune alerte en cours'),
      'the switch': pages.asset.locator('[data-state=ok][data-as=badge]'),
    })
    stage.figure('from recovery to the pages', seconds(performance.now() - mendedAt))
    assert.equal(await pages.alerts.getByRole('row').filter({ hasText: victim.name }).count(), 0)
    const [alert] = (await api.call('GET /alerts', { isOpen: 'false' })).items
    assert.partialDeepStrictEqual(alert, { assetName: victim.name, worst: 'critical' })
    soonAfter(stage, 'from the end of the alert', Date.parse(alert!.closedAt!), shown)
    await picture(pages.alerts, 'alert-over')
    await picture(pages.asset, 'asset-back')
  })
  await stage.step('and a mail says that it is over', async () => {
    const mails = await smtp.until(2, 30_000)
    stage.figure('from recovery to the mail', seconds(performance.now() - mendedAt))
    readsLike(told, mails[1]!, {
      subject: `[Vigie] Rétabli\u00A0: ${victim.name} – répond de nouveau au ping`,
      where: new RegExp(`^${place} · après \\d+ s, le \\d`, 'm'),
    })
  })
}

interface Seen<K extends string = string> {
  atMs: Record<K, number>
  /** How many programs wanted each processor meanwhile. */
  noise: number
}

type Sight = ReturnType<Page['getByText']>

/** When each was seen, by the clock of this machine, which is the product's too. */
async function seenAt<K extends string>(sights: Record<K, Sight>): Promise<Seen<K>> {
  const noise = noiseMeter()
  const seen = Object.entries<Sight>(sights).map(async ([name, sight]) => {
    await sight.waitFor({ timeout: 30_000 })
    return [name, Date.now()] as const
  })
  const atMs = Object.fromEntries(await Promise.all(seen)) as Record<K, number>
  return { atMs, noise: noise.stop() }
}

function soonAfter(stage: Stage, from: string, sinceMs: number, { atMs, noise }: Seen): void {
  const busy = noise > 1 ? ` (${noise.toFixed(1)} programs to a processor)` : ''
  for (const [page, shownMs] of Object.entries(atMs)) {
    const took = `${shownMs - sinceMs} ms${busy}`
    stage.figure(`${from} to ${page}`, took)
    assert.ok(shownMs - sinceMs <= pageMs * noise, `${page} showed it ${took} after it happened`)
  }
}

function readsLike(
  { pages }: Told,
  mail: TestSmtp['mails'][number],
  wanted: { subject: string; where: RegExp },
): void {
  const read = readMail(mail.raw)
  assert.deepEqual(mail.to, [person.email])
  assert.equal(read.subject, wanted.subject)
  const [first] = read.text.split('\n')
  assert.equal(`[Vigie] ${first}`, wanted.subject)
  assert.match(read.text, wanted.where)
  const { origin } = new URL(pages.asset.url())
  assert.match(read.text, new RegExp(`^${origin}/alerts/[0-9a-f-]{36}$`, 'm'), 'the mail leads to the alert')
  assert.match(read.html, /<html lang="fr">/)
  assert.ok(read.html.includes(victim.name))
}
