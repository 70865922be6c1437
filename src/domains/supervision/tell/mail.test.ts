import { expect, test } from 'vitest'
import { palettes } from '#web/theme/tokens.ts'
import { loadSentences } from '#kernel/i18n'
import type { AlertNews } from '../states/commit.ts'
import { writeMail, type Told } from './mail.ts'

const sentences = await loadSentences([
  { namespace: 'supervision', folder: new URL('../locales/', import.meta.url) },
])
const atMs = Date.parse('2027-03-01T10:00:00Z')

function told(assetName: string, rule: string, what: AlertNews['what'], state: AlertNews['state']): Told {
  const asset = { id: assetName, organisationId: 'o', siteId: null }
  const at = new Date(atMs).toISOString()
  const news: AlertNews = {
    id: `${assetName} ${rule}`,
    asset,
    rule,
    component: '',
    state,
    measured: null,
    threshold: null,
    cause: null,
    what,
    ended: what === 'closed' ? 'recovered' : null,
    openedAt: new Date(atMs - 60_000).toISOString(),
    at,
    isMuted: false,
  }
  return { news, assetName, address: '', siteName: '', services: [] }
}

const subject = (...some: Told[]) =>
  writeMail(sentences, 'fr', 'https://vigie.example', some, atMs).subject.replaceAll('\u00a0', ' ')

test('the subject of one or two pieces of news of one asset says them whole', () => {
  const down = told('sw-1', 'ping.lost', 'opened', 'critical')
  expect(subject(down)).toBe('[Vigie] Critique : sw-1 – ne répond plus au ping')
  const restarted = told('sw-1', 'system.restarted', 'opened', 'warning')
  const back = told('sw-1', 'ping.lost', 'closed', 'critical')
  expect(subject(restarted, back)).toBe(
    '[Vigie] sw-1 – Avertissement : vient de redémarrer · Rétabli : répond de nouveau au ping',
  )
})

test('the subject of many says the worst, how many began and are over, and of which assets', () => {
  const some = [
    told('sw-1', 'ping.lost', 'closed', 'critical'),
    told('sw-2', 'ping.slow', 'opened', 'warning'),
    told('sw-3', 'ping.lost', 'opened', 'critical'),
  ]
  expect(subject(...some)).toBe('[Vigie] Critique : 2 alertes, 1 terminée – sw-1, sw-2, sw-3')
  expect(subject(some[0]!, told('sw-4', 'ping.lost', 'closed', 'critical'))).toBe(
    '[Vigie] 2 alertes terminées – sw-1, sw-4',
  )
})

test('a mail names the services that are hurt, and bears the colour of the state', () => {
  const write = (one: Told) => writeMail(sentences, 'fr', 'https://vigie.example', [one], atMs)
  const lost = { ...told('rtr-1', 'ping.lost', 'opened', 'unknown'), services: ['Accès à NEXSIS', 'Alerte'] }
  const { text, html } = write(lost)
  expect(text.replaceAll('\u00a0', ' ')).toContain('\nGêne : Accès à NEXSIS, Alerte\n')
  expect(html).toContain('Accès à NEXSIS, Alerte')
  expect(html).toContain(palettes.light.states.unknown.fill)
  for (const state of ['critical', 'warning', 'unreachable'] as const)
    expect(write(told('rtr-1', 'ping.lost', 'opened', state)).html).toContain(
      palettes.light.states[state].fill,
    )
  const over = write({ ...told('rtr-1', 'ping.lost', 'closed', 'critical'), services: ['Alerte'] })
  expect(over.html).toContain(palettes.light.states.ok.fill)
  expect(over.text).not.toContain('Gêne')
})
