import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock } from '#kernel/clock'
import { queueMails, type Mail } from '#notifications'
import { startSmtp } from '#test/daemons/smtp'
import { hear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house?.stop())

function mail(key: string, recipient = 'astreinte@example.org'): Mail {
  return {
    key,
    kind: 'test',
    organisationId: house.organisationId,
    personId: null,
    recipient,
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

const queue = (...mails: Mail[]) => house.database.system((tx) => queueMails(tx, mails))
const subjects = (mails: readonly { header(name: string): string | undefined }[]) =>
  mails.map((one) => one.header('Subject'))
const message = async (key: string) =>
  (await house.admin.call('GET /messages', { q: `Alerte ${key}` })).items[0]
const failed = (key: string) =>
  expect.poll(() => message(key), { timeout: 10_000 }).toMatchObject({ state: 'waiting', attempts: 1 })

test('what was ordered while the server was away comes in its order, all at once when it is back', async () => {
  const away = await startSmtp()
  const { port } = away
  await away.stop()
  await setServer(port)
  await queue(mail('warning'))
  await failed('warning')
  const smtp = await startSmtp({ port })
  const others = Array.from({ length: 25 }, (_, at) => mail(`more ${at}`, `person${at}@example.org`))
  await queue(mail('recovered'), ...others)
  // It waits with the first, and says why.
  await expect
    .poll(() => message('recovered'))
    .toMatchObject({ state: 'waiting', attempts: 0, error: expect.stringContaining('ECONNREFUSED') })
  moveClock(60_000)
  await smtp.until(27)
  expect(subjects(smtp.mails).filter((one) => !one?.includes('more'))).toEqual([
    'Alerte warning',
    'Alerte recovered',
  ])
  await smtp.stop()
})

test('a recipient that is refused waits alone, and still hears in order', async () => {
  const smtp = await startSmtp()
  await setServer(smtp.port)
  smtp.refuse(['busy@example.org'])
  await queue(mail('busy 1', 'busy@example.org'), mail('busy 2', 'busy@example.org'), mail('free 1'))
  await smtp.until(1)
  await failed('busy 1')
  smtp.refuse([])
  await queue(mail('busy 3', 'busy@example.org'), mail('free 2'))
  await smtp.until(2)
  expect(subjects(smtp.mails)).toEqual(['Alerte free 1', 'Alerte free 2'])
  moveClock(60_000)
  await smtp.until(5)
  expect(subjects(smtp.mails).slice(2)).toEqual(['Alerte busy 1', 'Alerte busy 2', 'Alerte busy 3'])
  await smtp.stop()
})

test('another mail server is tried at once, and browsers hear that a mail waits and that it is sent', async () => {
  const ear = await hear(house.admin)
  const away = await startSmtp()
  await away.stop()
  await setServer(away.port)
  await queue(mail('elsewhere'))
  const heard = (state: string) =>
    ear.until(({ type, payload }) => type === 'messages.changed' && payload.state === state)
  await heard('waiting')
  await failed('elsewhere')
  const smtp = await startSmtp()
  await setServer(smtp.port)
  await smtp.until(1)
  await heard('sent')
  ear.close()
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
