import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock } from '#kernel/clock'
import { queueMails, type Mail } from '#notifications'
import { startSmtp } from '#test/daemons/smtp'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house?.stop())

function mail(key: string): Mail {
  return {
    key,
    kind: 'test',
    organisationId: house.organisationId,
    personId: null,
    recipient: 'astreinte@example.org',
    subject: `Alerte ${key}`,
    text: 'Le lien est tombé',
    html: '<p>Le lien est tombé</p>',
  }
}

const setServer = (port: number) =>
  house.admin.call('PUT /mail-server', {
    host: '127.0.0.1',
    port,
    security: 'none',
    sender: 'Vigie <vigie@example.org>',
  })

test('a mail waits while the server is away, then comes once', async () => {
  const away = await startSmtp()
  const { port } = away
  await away.stop()
  await setServer(port)
  await house.database.system((tx) => queueMails(tx, [mail('one'), mail('one')]))
  await expect
    .poll(async () => (await house.admin.call('GET /messages')).items[0], { timeout: 10_000 })
    .toMatchObject({ state: 'waiting', attempts: 1, error: expect.stringContaining('ECONNREFUSED') })

  const smtp = await startSmtp({ port })
  moveClock(60_000)
  const [first] = await smtp.until(1)
  expect(first).toMatchObject({ to: ['astreinte@example.org'] })
  await expect
    .poll(async () => (await house.admin.call('GET /messages')).items[0]?.state, { timeout: 10_000 })
    .toBe('sent')
  moveClock(3_600_000)
  await house.database.system((tx) => queueMails(tx, [mail('one'), mail('two')]))
  await smtp.until(2)
  expect(smtp.mails.map((one) => one.header('Subject'))).toEqual(['Alerte one', 'Alerte two'])
  await smtp.stop()
})

test('a mail ordered in a transaction that fails is never sent', async () => {
  const smtp = await startSmtp()
  await setServer(smtp.port)
  const failing = house.database.system(async (tx) => {
    await queueMails(tx, [mail('never')])
    throw new Error('planned')
  })
  await expect(failing).rejects.toThrow('planned')
  await house.database.system((tx) => queueMails(tx, [mail('after')]))
  await smtp.until(1)
  expect(smtp.mails.map((one) => one.header('Subject'))).toEqual(['Alerte after'])
  await smtp.stop()
})

test('the password of the mail server is never answered nor journalled', async () => {
  const set = await house.admin.call('PUT /mail-server', {
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    username: 'vigie',
    password: 'very secret indeed',
    sender: 'vigie@example.org',
  })
  expect(set).toMatchObject({ hasPassword: true, from: 'screen' })
  expect(JSON.stringify(set)).not.toContain('very secret')
  const said = await house.admin.call('GET /journal', { operation: 'mail-server.set' } as never)
  expect(said.total).toBeGreaterThan(0)
  expect(JSON.stringify(said)).not.toContain('very secret')
})
