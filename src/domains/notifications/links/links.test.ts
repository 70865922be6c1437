import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock } from '#kernel/clock'
import { client } from '#test/client'
import { startSmtp, type ReceivedMail, type TestSmtp } from '#test/daemons/smtp'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
let smtp: TestSmtp
beforeAll(async () => {
  house = await startTestHouse()
  smtp = await startSmtp()
  await house.admin.call('PUT /mail-server', {
    host: '127.0.0.1',
    port: smtp.port,
    security: 'none',
    sender: 'Vigie <vigie@example.org>',
  })
})
afterAll(async () => {
  await house?.stop()
  await smtp?.stop()
})

/** The text of a mail's plain part, decoded as mail programs do. */
function textOf(mail: ReceivedMail): string {
  return mail.raw
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/((?:=[0-9A-F]{2})+)/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
    )
}

const tokenIn = (mail: ReceivedMail, page: string) =>
  new RegExp(`${page}#(vl_[\\w-]+)`).exec(textOf(mail))?.[1] ?? 'no link'

const invite = (email: string, language: 'fr' | 'en') =>
  house.admin.call('POST /people', { name: 'Maëlle', email, language, organisationId: house.organisationId })

const mailTo = async (email: string, count: number) =>
  (await smtp.until(count)).findLast(({ to }) => to.includes(email))!

test('who is invited gets the link by mail, in his language, and it opens the account', async () => {
  const { invitation } = await invite('maelle@example.org', 'fr')
  const mail = await mailTo('maelle@example.org', 1)
  const text = textOf(mail)
  expect(text).toContain('Bonjour Maëlle,')
  expect(text).toContain('Choisir mon mot de passe')
  expect(text).not.toContain('{{')
  expect(invitation.link).toContain(tokenIn(mail, '/invitation'))
  await client(house.url).call('POST /one-time-links/accept', {
    token: tokenIn(mail, '/invitation'),
    password: 'une longue phrase à retenir',
  })
})

test('who has forgotten a password gets a link that chooses another; nothing that is kept holds it', async () => {
  const count = smtp.mails.length
  await client(house.url).call('POST /password-resets', { email: 'maelle@example.org' })
  const mail = await mailTo('maelle@example.org', count + 1)
  const token = tokenIn(mail, '/new-password')
  const kept = await house.database.system(async (tx) => {
    const { rows } = await sql<{
      text: string
    }>`select m::text as text from notifications.messages m`.execute(tx)
    return rows.map(({ text }) => text).join('\n')
  })
  expect(kept).toContain('maelle@example.org')
  expect(kept).not.toContain(token)
  await client(house.url).call('POST /one-time-links/accept', {
    token,
    password: 'une autre phrase à retenir',
  })
})

test('the address before is told that the account left it, whoever changed it', async () => {
  const count = smtp.mails.length
  const { id, invitation } = await invite('before@example.org', 'en')
  const own = client(house.url)
  const password = 'three slow harbour cranes'
  await own.call('POST /one-time-links/accept', { token: invitation.link.split('#')[1]!, password })
  await own.call('POST /me/email', { email: 'between@example.org', password })
  expect(textOf(await mailTo('before@example.org', count + 2))).toContain('between@example.org')
  await house.admin.call('PATCH /people/:id', { id, email: 'after@example.org' }, { ifMatch: '*' })
  const text = textOf(await mailTo('between@example.org', count + 3))
  expect(text).toContain('is now reached at after@example.org')
  expect(text).not.toContain('{{')
})

test('an address that nobody has gets no mail, and a link that has expired is not sent', async () => {
  const before = smtp.mails.length
  await client(house.url).call('POST /password-resets', { email: 'nobody@example.org' })
  await house.admin.call('DELETE /mail-server', {})
  await invite('late@example.org', 'en')
  await expect
    .poll(async () => (await house.admin.call('GET /messages', { q: 'late@' })).items[0]?.state)
    .toBe('waiting')
  moveClock(8 * 24 * 3_600_000)
  await expect
    .poll(async () => (await house.database.system((tx) => waitingLinks(tx))).length, { timeout: 20_000 })
    .toBe(0)
  moveClock(-8 * 24 * 3_600_000)
  expect(smtp.mails).toHaveLength(before)
})

const waitingLinks = async (tx: Parameters<Parameters<TestHouse['database']['system']>[0]>[0]) =>
  (
    await sql`select from notifications.messages where state = 'waiting' or link_sealed is not null`.execute(
      tx,
    )
  ).rows
