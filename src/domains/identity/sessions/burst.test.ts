import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { client } from '#test/client'
import { adminPassword, startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_TRUSTED_PROXIES: '127.0.0.1' })))
afterAll(() => house?.stop())

/** What a person sends who comes from there. */
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

/** Nobody gets at the counters of tries meanwhile: whoever signs in, or forgot his password, waits there. */
async function withHeldTries(run: () => Promise<void>): Promise<void> {
  const { host, port, superuser } = inject('postgres')
  const holder = new pg.Client({ host, port, user: superuser, database: house.databaseName })
  await holder.connect()
  try {
    await holder.query('begin; lock table identity.attempts in access exclusive mode')
    await run()
  } finally {
    await holder.end()
  }
}

test('a burst of what anybody may ask takes no connection from who is signed in, and others get through', async () => {
  const settled: string[] = []
  const ask = async (who: string, sent: ReturnType<typeof house.anonymous.send>) => {
    const answer = await sent
    settled.push(`${who} ${answer.status}`)
    return answer
  }
  const burst: ReturnType<typeof ask>[] = []
  let real!: ReturnType<typeof ask>
  await withHeldTries(async () => {
    for (let at = 0; at < 100; at += 1)
      burst.push(
        ask(
          'burst',
          at % 2 === 0
            ? client(house.url).send(
                'POST /sessions',
                { email: `a${at}@example.org`, password: 'wrong' },
                from('192.0.2.1'),
              )
            : client(house.url).send(
                'POST /password-resets',
                { email: `a${at}@example.org` },
                from('192.0.2.1'),
              ),
        ),
      )
    const refused = await Promise.race(burst)
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    real = ask(
      'real',
      client(house.url).send(
        'POST /sessions',
        { email: 'camille@example.org', password: adminPassword },
        from('192.0.2.2'),
      ),
    )
    for (let time = 0; time < 12; time += 1) await house.admin.call('GET /assets')
    expect(settled).not.toContain('burst 401')
    expect(settled).not.toContain('real 200')
  })
  expect((await real).status).toBe(200)
  expect((await Promise.all(burst)).some(({ status }) => status === 401 || status === 204)).toBe(true)
})
