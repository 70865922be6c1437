import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword, type Member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house.stop())

const chosen = 'eleven silent librarians'
const stolen = 'nine hurried magpies here'
const expiresAt = () => new Date(Date.now() + 86_400_000).toISOString()

/** The account's person chooses a new password by a link, while `thief` (with the old one and a session) acts. */
async function recoverWhile<Answer>(thief: Member, act: () => Promise<Answer>): Promise<Answer> {
  const { link } = await house.admin.call('POST /people/:id/link', { id: thief.personId })
  const token = link.split('#')[1]!
  const [answer, accepted] = await Promise.all([
    act(),
    client(house.url).send('POST /one-time-links/accept', { token, password: chosen }),
  ])
  expect(accepted.status).toBe(200)
  return answer
}

/** What was last done to an account, and committed. */
async function lastDone(personId: string): Promise<string | undefined> {
  const { items } = await house.admin.call('GET /people/:id/history', { id: personId })
  return items.find(({ detail }) => detail['outcome'] !== 'wrong')?.operation
}

async function signIn(email: string, password: string): Promise<number> {
  return (await client(house.url).send('POST /sessions', { email, password })).status
}

const rounds = [1, 2, 3, 4]

describe('an account that its person takes back', () => {
  test('keeps the password he chose', async () => {
    for (const _ of rounds) {
      const thief = await member(house, 'reader')
      await recoverWhile(thief, () =>
        thief.send('POST /me/password', { password: memberPassword, newPassword: stolen }),
      )
      expect(await signIn(thief.email, stolen)).toBe(401)
      expect(await signIn(thief.email, chosen)).toBe(200)
      expect((await thief.send('GET /me')).status).toBe(401)
    }
  })

  test('keeps the address it has by then', async () => {
    for (const round of rounds) {
      const thief = await member(house, 'reader')
      await recoverWhile(thief, () =>
        thief.send('POST /me/email', { email: `thief-${round}@example.org`, password: memberPassword }),
      )
      expect(await lastDone(thief.personId)).toBe('one-time-links.accept')
    }
  })

  test('has no second factor that it did not have by then', async () => {
    for (const _ of rounds) {
      const thief = await member(house, 'reader')
      const { secret } = await thief.call('POST /me/second-factor', { password: memberPassword })
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
      await recoverWhile(thief, () => thief.send('POST /me/second-factor/confirm', { code }))
      expect(await lastDone(thief.personId)).toBe('one-time-links.accept')
    }
  })

  test('is opened by no token of before, also where it is closed and opened again', async () => {
    const take = (thief: Member) => () =>
      Promise.all(
        [1, 2, 3, 4].map((n) =>
          thief.send('POST /me/tokens', {
            name: `Jeton ${n}`,
            expiresAt: expiresAt(),
            password: memberPassword,
          }),
        ),
      )
    const opened: number[] = []
    const tryAll = async (answers: Awaited<ReturnType<ReturnType<typeof take>>>) => {
      for (const { body } of answers)
        if (typeof body.secret === 'string')
          opened.push((await client(house.url, body.secret).send('GET /me')).status)
    }
    for (const _ of rounds) {
      const thief = await member(house, 'reader')
      await tryAll(await recoverWhile(thief, take(thief)))
      const other = await member(house, 'reader')
      const id = other.personId
      const [answers] = await Promise.all([
        take(other)(),
        house.admin
          .call('POST /people/:id/disable', { id })
          .then(() => house.admin.call('POST /people/:id/enable', { id })),
      ])
      await tryAll(answers)
    }
    expect(opened.filter((status) => status !== 401)).toEqual([])
  })
})
