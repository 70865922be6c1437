import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Secret, TOTP } from 'otpauth'
import { moveClock, nowMs } from '#kernel/clock'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword, type Member } from '#test/member'

let house: TestHouse
let movedMs = 0
beforeAll(async () => void (house = await startTestHouse()))
afterEach(() => {
  moveClock(-movedMs)
  movedMs = 0
})
afterAll(() => house.stop())

/** On to the next code. */
function wait(): void {
  movedMs += 31_000
  moveClock(31_000)
}

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: nowMs() })

async function withSecondFactor(): Promise<{ own: Member; secret: string; recoveryCodes: string[] }> {
  const own = await member(house, 'reader')
  const { secret, uri, qr } = await own.call('POST /me/second-factor', { password: memberPassword })
  expect(uri).toMatch(/^otpauth:\/\/totp\/Vigie:member-\d+%40example\.org\?/)
  expect(Buffer.from(qr.split(',')[1]!, 'base64').toString()).toMatch(/^<svg /)
  const { recoveryCodes } = await own.call('POST /me/second-factor/confirm', { code: codeOf(secret) })
  return { own, secret, recoveryCodes }
}

const signIn = (email: string, code?: string) =>
  client(house.url).send('POST /sessions', { email, password: memberPassword, code })

describe('a second factor', () => {
  test('is asked for once a code has confirmed it, and its code works once', async () => {
    const { own, secret, recoveryCodes } = await withSecondFactor()
    expect(recoveryCodes).toHaveLength(10)
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await own.call('GET /me')).toMatchObject({ hasSecondFactor: true, recoveryCodesLeft: 10 })

    expect(await signIn(own.email)).toMatchObject({ status: 401, body: { code: 'second-factor-needed' } })
    const confirmedWith = codeOf(secret)
    expect(await signIn(own.email, confirmedWith)).toMatchObject({
      status: 401,
      body: { code: 'sign-in-failed' },
    })
    wait()
    const code = codeOf(secret)
    expect((await signIn(own.email, code)).status).toBe(200)
    expect((await signIn(own.email, code)).status).toBe(401)
  })

  test('of two who use one code at once, one comes in', async () => {
    const { own, secret } = await withSecondFactor()
    wait()
    const code = codeOf(secret)
    const answers = await Promise.all([signIn(own.email, code), signIn(own.email, code)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
  })

  test('a recovery code works once, in any writing', async () => {
    const { own, recoveryCodes } = await withSecondFactor()
    const written = recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ')
    expect((await signIn(own.email, written)).status).toBe(200)
    expect((await signIn(own.email, recoveryCodes[3])).status).toBe(401)
    expect(await own.call('GET /me')).toMatchObject({ recoveryCodesLeft: 9 })
  })

  test('who has the password cannot guess the code by beginning anew', async () => {
    const { own } = await withSecondFactor()
    const seen = []
    for (let n = 0; n < 8; n += 1) {
      seen.push((await signIn(own.email)).body.code)
      seen.push((await signIn(own.email, '000000')).body.code)
    }
    expect(seen).toContain('too-many-requests')
    expect(seen.filter((code) => code === 'sign-in-failed').length).toBeLessThanOrEqual(5)
  })

  test('new recovery codes end the old ones; both secrets are asked for', async () => {
    const { own, secret, recoveryCodes } = await withSecondFactor()
    wait()
    const refused = await own.send('POST /me/second-factor/recovery-codes', {
      password: memberPassword,
      code: '123456',
    })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'code' }] } })
    const renewed = await own.call('POST /me/second-factor/recovery-codes', {
      password: memberPassword,
      code: codeOf(secret),
    })
    expect((await signIn(own.email, recoveryCodes[0])).status).toBe(401)
    expect((await signIn(own.email, renewed.recoveryCodes[0])).status).toBe(200)
  })

  test('is given up with the password and a code', async () => {
    const { own, secret } = await withSecondFactor()
    wait()
    const wrong = await own.send('POST /me/second-factor/disable', {
      password: 'not it',
      code: codeOf(secret),
    })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } })
    const right = await own.send('POST /me/second-factor/disable', {
      password: memberPassword,
      code: codeOf(secret),
    })
    expect(right.status).toBe(204)
    expect((await signIn(own.email)).status).toBe(200)
  })

  test('an administrator takes it from who has lost it', async () => {
    const { own } = await withSecondFactor()
    await house.admin.call('DELETE /people/:id/second-factor', { id: own.personId })
    expect((await signIn(own.email)).status).toBe(200)
    const again = await house.admin.send('DELETE /people/:id/second-factor', { id: own.personId })
    expect(again.status).toBe(409)
  })

  test('a new password by link does not get round it', async () => {
    const { own } = await withSecondFactor()
    const { link } = await house.admin.call('POST /people/:id/link', { id: own.personId })
    const comer = client(house.url)
    const answer = await comer.call('POST /one-time-links/accept', {
      token: link.split('#')[1]!,
      password: 'nine yellow submarines',
    })
    expect(answer.isSignedIn).toBe(false)
    expect((await comer.send('GET /me')).status).toBe(401)
    expect((await own.send('GET /me')).status).toBe(401)
  })

  test('asks the password before it begins, and is not in force before a code', async () => {
    const own = await member(house, 'reader')
    expect((await own.send('POST /me/second-factor', { password: 'not it' })).status).toBe(422)
    await own.call('POST /me/second-factor', { password: memberPassword })
    expect((await own.send('POST /me/second-factor/confirm', { code: '000000' })).status).toBe(422)
    expect((await signIn(own.email)).status).toBe(200)
  })
})
